"""What a key costs, counted: frames, bytes, rows drawn, lists made, papers decoded."""

import threading
from collections import Counter

import pytest
from rich.console import RenderableType
from textual._compositor import CompositorUpdate
from textual.app import App

from tests.tui.reading_session import reading
from tui_reader.library import Library
from tui_reader.library.paper_store import PaperStore
from tui_reader.papers import Paper
from tui_reader.search import index, sorting
from tui_reader.search.corpus import Corpus
from tui_reader.search.sort import Sort
from tui_reader.tui.desk import counting
from tui_reader.tui.screens.library.screen import LibraryScreen
from tui_reader.tui.terminal.thinning import thinned

MOST_BYTES = 5_000


@pytest.fixture
def cost(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    counted: Counter[str] = Counter()
    display, show_rows, decode = App._display, LibraryScreen._show_rows, PaperStore._decode

    def displayed(self: App[int], screen: LibraryScreen, update: RenderableType | None) -> None:
        if isinstance(update, CompositorUpdate):
            counted["frames"] += 1
            counted["bytes"] += len(thinned(update.render_segments(self.console)).encode())
        display(self, screen, update)

    def rows_shown(self: LibraryScreen) -> None:
        counted["lists"] += 1
        show_rows(self)

    def decoded(self: PaperStore, position: int) -> Paper:
        counted["decoded"] += 1
        return decode(self, position)

    monkeypatch.setattr(App, "_display", displayed)
    monkeypatch.setattr(LibraryScreen, "_show_rows", rows_shown)
    monkeypatch.setattr(PaperStore, "_decode", decoded)
    return counted


async def test_a_cursor_key(library: Library, cost: Counter[str]) -> None:
    async with reading(library) as session:
        await session.press("down")
        for _ in range(10):
            cost.clear()
            before = session.home.paper_list.rows_drawn
            await session.press("down")
            assert cost["frames"] == 1
            assert cost["bytes"] <= MOST_BYTES
            assert cost["lists"] == 0
            assert session.home.paper_list.rows_drawn - before <= 2


async def test_a_cursor_key_that_scrolls(library: Library, cost: Counter[str]) -> None:
    async with reading(library) as session:
        for _ in range(session.home.paper_list.page_height + 1):
            await session.press("down")
        cost.clear()
        before = session.home.paper_list.rows_drawn
        await session.press("down")
        assert cost["frames"] == 1
        assert cost["decoded"] <= 1
        assert session.home.paper_list.rows_drawn - before <= 2


async def test_a_typed_key(library: Library, cost: Counter[str]) -> None:
    async with reading(library) as session:
        await session.press("/")
        for letter in "training":
            cost.clear()
            await session.press(letter)
            assert cost["lists"] <= 1
            assert cost["frames"] <= 2


async def test_a_status_key_makes_no_list_anew(library: Library, cost: Counter[str]) -> None:
    async with reading(library) as session:
        await session.press("down")
        cost.clear()
        before = session.home.paper_list.rows_drawn
        await session.press("4")
        assert cost["lists"] == 0
        assert cost["decoded"] == 0
        assert session.home.paper_list.rows_drawn - before <= 2


async def test_many_papers_marked_draw_only_what_is_in_sight(
    library: Library, cost: Counter[str]
) -> None:
    async with reading(library) as session:
        await session.press("A")
        cost.clear()
        before = session.home.paper_list.rows_drawn
        await session.press("4")
        assert cost["lists"] == 0
        assert (
            session.home.paper_list.rows_drawn - before <= 2 * session.home.paper_list.page_height
        )


async def test_an_order_is_made_by_a_worker_once_and_the_cursor_stays_on_its_paper(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "QUICK", 0)
    made: list[tuple[Sort, bool]] = []
    order = sorting.order

    def counted(corpus: Corpus, sort: Sort, reverse: bool = False) -> object:
        assert threading.current_thread() is not threading.main_thread()
        made.append((sort, reverse))
        return order(corpus, sort, reverse)

    monkeypatch.setattr(index, "order", counted)
    async with reading(library) as session:
        await session.press("j", "j", "j")
        paper = session.paper.id
        for _ in range(2):
            session.app.poll()
            await session.settle()
            for key in "tacxspn":
                await session.press("s", key)
                assert session.paper.id == paper
                await session.press("S")
                assert session.paper.id == paper
    assert len(made) == len(set(made)) == 14
