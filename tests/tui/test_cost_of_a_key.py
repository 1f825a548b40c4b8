"""What a key costs, counted: frames, bytes, rows drawn, lists made, papers decoded."""

import threading
from collections import Counter

import pyte
import pytest
from rich.console import RenderableType
from textual._compositor import CompositorUpdate
from textual.app import App

from tests.tui.reading_session import WIDE, reading
from tui_reader.library import Library
from tui_reader.library.paper_store import PaperStore
from tui_reader.papers import Paper, Status
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


def _mixed(library: Library) -> None:
    """Papers of all statuses, one beside the other, some with a bar or a star."""
    papers = library.papers
    for number, status in enumerate(Status):
        library.mark(papers[number :: len(Status)], status)
    library.set_progress(papers[::11], 40)
    library.star(papers[::5], True)


@pytest.mark.parametrize("mixed", [False, True], ids=["unread", "mixed"])
@pytest.mark.parametrize("size", [WIDE, (120, 40)], ids=["120x36", "120x40"])
async def test_no_key_that_moves_the_cursor_sends_more(
    library: Library, cost: Counter[str], size: tuple[int, int], mixed: bool
) -> None:
    if mixed:
        _mixed(library)
    async with reading(library, size=size) as session:
        await session.press("j")
        for key in (
            "ctrl+d",
            "pagedown",
            "pagedown",
            "pageup",
            "G",
            "up",
            "g",
            *["down"] * (session.home.paper_list.page_height + 3),
            "n",
            "right_square_bracket",
        ):
            cost.clear()
            await session.press(key)
            assert cost["bytes"] <= MOST_BYTES, key
            assert cost["frames"] <= 1, key


@pytest.mark.parametrize("key", ["down", "pagedown", "G"])
async def test_what_is_sent_makes_the_screen_that_a_whole_frame_makes(
    library: Library, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    _mixed(library)
    terminal = pyte.Screen(120, 40)
    terminal.reset_mode(pyte.modes.DECAWM)
    stream = pyte.Stream(terminal)
    display = App._display

    def displayed(self: App[int], screen: LibraryScreen, update: RenderableType | None) -> None:
        if isinstance(update, CompositorUpdate):
            stream.feed(thinned(update.render_segments(self.console)))
        display(self, screen, update)

    monkeypatch.setattr(App, "_display", displayed)
    async with reading(library, size=(120, 40)) as session:
        await session.type("/learning")
        for pressed in ("enter", key, key, "space", "4", key, "up", "tab", "j", "escape", key):
            await session.press(pressed)
            whole = pyte.Screen(120, 40)
            whole.reset_mode(pyte.modes.DECAWM)
            update = session.app.screen._compositor.render_full_update()
            pyte.Stream(whole).feed(update.render_segments(session.app.console))
            assert _shown(terminal) == _shown(whole), pressed


def _shown(terminal: pyte.Screen) -> list[list[tuple[str, ...]]]:
    """What is seen in each cell: of a blank its ground."""
    return [
        [
            (cell.data, cell.bg, str(cell.underscore), str(cell.reverse))
            + ((cell.fg, str(cell.bold)) if cell.data != " " else ())
            for cell in (terminal.buffer[y][x] for x in range(terminal.columns))
        ]
        for y in range(terminal.lines)
    ]


async def test_a_key_held_down_draws_what_it_passes_once(
    library: Library, cost: Counter[str]
) -> None:
    async with reading(library) as session:
        await session.press("j")
        cost.clear()
        before = session.home.paper_list.rows_drawn
        await session.press(*["j"] * 60)
        assert session.home.cursor == 61
        assert session.home.paper_list.rows_drawn - before <= 2 * 60
        assert cost["frames"] <= 60
        assert cost["lists"] == 0


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
