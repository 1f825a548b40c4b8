"""Where a search of the abstracts takes long, titles answer first."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager

import pytest

from tests.tui.holding import held
from tests.tui.reading_session import WIDE, Session, make_app, reading
from tui_reader.library import Library
from tui_reader.library.documents.progress import Stopped
from tui_reader.library.indexing import Indexing
from tui_reader.papers import Paper
from tui_reader.papers.progress import Told
from tui_reader.search import building
from tui_reader.search.index import Index
from tui_reader.search.ranks import RanksBuilder
from tui_reader.search.sort import Sort
from tui_reader.tui.desk import counting
from tui_reader.tui.desk.desk import Desk
from tui_reader.tui.screens.library import searching
from tui_reader.tui.terminal.stopping import Stoppable


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Every library counts as large; searches of abstracts wait until this is set."""
    gate = threading.Event()
    monkeypatch.setattr(Desk, "listed", held(Desk.listed, gate))
    monkeypatch.setattr(counting, "QUICK", 0)
    yield gate
    gate.set()


@asynccontextmanager
async def opened(library: Library) -> AsyncIterator[Session]:
    """Its screen stands, and workers may still be at work."""
    app = make_app(library)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await pilot.pause()
        yield Session(app, pilot)


async def type_query(session: Session, text: str) -> None:
    await session.pilot.press("/", *text)
    await session.pilot.pause()


async def test_titles_answer_while_abstracts_are_searched(
    library: Library, gate: threading.Event
) -> None:
    wanted = library.search("circuit")
    async with reading(library) as session:
        await type_query(session, "circuit")
        first = [session.title(row) for row in range(len(session.home.listing))]
        assert len(first) == 2
        assert all("ircuit" in title for title in first)
        assert session.home.count == "2 exact of 81 so far"
        await session.pilot.press("down")
        paper = session.paper
        gate.set()
        await session.settle()
        assert session.home.count == "5 exact of 81"
        assert [session.title(row) for row in range(2)] == first
        assert sorted(session.home.listing.rows) == sorted(wanted.positions)
        assert session.paper is paper
        assert session.app.desk.cursor == 1


async def test_what_only_abstracts_say_is_waited_for(
    library: Library, gate: threading.Event
) -> None:
    async with reading(library) as session:
        await type_query(session, "curvature")
        assert "Looking through the abstracts" in session.shown
        gate.set()
        await session.settle()
        assert len(session.home.listing) == library.search("curvature").exact > 0


async def test_a_newer_key_makes_the_older_answer_void(
    library: Library, gate: threading.Event
) -> None:
    async with reading(library) as session:
        await type_query(session, "circuit")
        await session.pilot.press("escape", "escape")
        gate.set()
        await session.settle()
        assert len(session.home.listing) == 81


async def test_no_key_waits_for_a_new_index(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "QUICK_TO_INDEX", 0)
    by_key = []
    make = Index.__init__

    def watched(self: Index, *args: object, **options: object) -> None:
        by_key.append(threading.current_thread() is threading.main_thread())
        make(self, *args, **options)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(Index, "__init__", watched)
    async with reading(library) as session:
        await session.press("/", *"circuit", "enter", "j")
        paper = session.paper
        library.correct(paper, "Circuits corrected", paper.authors)
        library.refresh()
        await session.press("u")
        assert session.paper.id == paper.id
        assert session.home.count == "5 exact of 81"
        assert not session.home.listing.first_look
    assert by_key == [False] * len(by_key)
    assert len(by_key) <= 3


@pytest.fixture
def unindexed(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Every library is indexed by a worker, and that not before this is set."""
    gate = threading.Event()
    first = Indexing.first

    def waiting(self: Indexing, *args: object) -> object:
        if not gate.is_set():
            assert threading.current_thread() is not threading.main_thread()
            gate.wait(20)
        return first(self, *args)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(Indexing, "first", waiting)
    monkeypatch.setattr(counting, "QUICK_TO_INDEX", 0)
    yield gate
    gate.set()


async def test_a_kept_filter_is_looked_for_behind_a_whole_screen(
    library: Library, unindexed: threading.Event
) -> None:
    library.session.save({"query": "circuit", "welcomed": True})
    async with opened(library) as session:
        for words in ("━ Papers", "─ Paper ", "Looking through the papers…", "/ search", "q quit"):
            assert words in session.shown
        unindexed.set()
        await session.settle()
        assert session.home.count == "5 exact of 81"


async def test_keys_typed_before_there_is_an_index_take_no_thread_from_it(
    library: Library, unindexed: threading.Event
) -> None:
    async with opened(library) as session:
        await type_query(session, "circuit")
        assert [worker for worker in session.app.workers if worker.group == "listing"] == []
        unindexed.set()
        await session.settle()
        assert session.home.count == "5 exact of 81"


@pytest.fixture
def unread_abstracts(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Every library counts as large, and has no index of abstracts before this is set."""
    gate = threading.Event()
    build = held(building.build_abstracts, gate, by_screen=False)
    monkeypatch.setattr(building, "build_abstracts", build)
    monkeypatch.setattr(counting, "QUICK_TO_INDEX", 0)
    monkeypatch.setattr(counting, "QUICK", 0)
    yield gate
    gate.set()


async def listed(session: Session, group: str = "listing") -> None:
    """Till no worker lists: another one waits for the index of abstracts."""
    await session.pilot.pause()
    workers = session.app.workers
    if listing := [worker for worker in workers if worker.group == group]:
        await workers.wait_for_complete(listing)
    await session.pilot.pause()


async def type_without_index(session: Session, text: str) -> None:
    """Till abstracts that have no index are looked through."""
    while not session.app.desk.indexed:
        await session.pilot.pause()
    await type_query(session, text)
    await listed(session)


async def test_abstracts_are_searched_before_they_have_an_index(
    library: Library, unread_abstracts: threading.Event
) -> None:
    async with opened(library) as session:
        await type_without_index(session, "curvature")
        so_far = [session.title(row) for row in range(len(session.home.listing))]
        assert so_far
        assert session.home.count == f"{len(so_far)} exact of 81 so far"
        assert "curvature" in session.paper.abstract.lower()
        unread_abstracts.set()
        await session.settle()
        assert session.home.count == f"{len(so_far)} exact of 81"
        assert [session.title(row) for row in range(len(session.home.listing))] == so_far


async def test_rows_that_were_found_stay_where_they_are_when_the_index_comes(
    library: Library, unread_abstracts: threading.Event
) -> None:
    async with opened(library) as session:
        await type_without_index(session, "circuit")
        before = [session.title(row) for row in range(len(session.home.listing))]
        assert session.home.count == "5 exact of 81 so far"
        await session.pilot.press("down", "down")
        paper = session.paper
        unread_abstracts.set()
        await session.settle()
        assert session.home.count == "5 exact of 81"
        assert [session.title(row) for row in range(len(session.home.listing))] == before
        assert session.paper is paper


@pytest.mark.parametrize("key", ["t", "a"])
async def test_no_key_puts_all_papers_in_order(
    library: Library,
    unread_abstracts: threading.Event,
    monkeypatch: pytest.MonkeyPatch,
    key: str,
) -> None:
    made, extend = [], RanksBuilder.extend

    def watched(self: RanksBuilder, papers: Iterable[Paper]) -> None:
        made.append(threading.current_thread() is threading.main_thread())
        extend(self, papers)

    monkeypatch.setattr(RanksBuilder, "extend", watched)
    async with opened(library) as session:
        await type_without_index(session, "circuit")
        paper = session.paper
        await session.pilot.press("enter", "s", key)
        await listed(session)
        assert made == [False]
        assert session.home.count == "5 exact of 81 so far"
        sort = session.home.listing.filter.sort
        assert sort in {Sort.TITLE, Sort.AUTHOR}
        wanted = library.first_index.order(sort)
        assert list(session.home.listing.rows) == [
            row for row in wanted if row in set(session.home.listing.rows)
        ]
        assert session.paper is paper
        await session.pilot.press("S")
        await session.pilot.pause()
        assert session.home.listing.filter.reverse
        unread_abstracts.set()
        await session.settle()
        assert session.home.count == "5 exact of 81"


async def test_views_are_counted_without_waiting_for_an_index(
    library: Library, unread_abstracts: threading.Event
) -> None:
    library.save_view("6", "circuit")
    async with opened(library) as session:
        while not session.app.desk.indexed:
            await session.pilot.pause()
        await session.pilot.press("f")
        await listed(session, "counting")
        assert "unread 81" in session.shown
        assert "6 circuit" in session.shown
        assert "circuit 5" not in session.shown
        unread_abstracts.set()
        await session.settle()
        await session.press("escape", "f")
        assert "circuit 5" in session.shown


async def test_leaving_ends_the_making_of_an_index(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, left, ended = threading.Event(), threading.Event(), threading.Event()

    def endless(papers: object, told: Told, before: object) -> None:
        began.set()
        try:
            left.wait(20)
            told(0.5)
        except Stopped:
            ended.set()
            raise

    monkeypatch.setattr(building, "build_abstracts", endless)
    monkeypatch.setattr(counting, "QUICK_TO_INDEX", 0)
    async with opened(library) as session:
        while not began.is_set():
            await session.pilot.pause()
        await session.pilot.press("q")
        while session.app.is_running:
            await session.pilot.pause()
    left.set()
    assert ended.wait(20)


async def test_an_index_gives_way_to_keys_while_it_is_made(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[bool] = []

    def wait(app: Stoppable[int]) -> None:
        waits.append(threading.current_thread() is threading.main_thread())

    monkeypatch.setattr(Stoppable, "give_way", wait)
    monkeypatch.setattr(counting, "QUICK_TO_INDEX", 0)
    async with reading(library):
        assert len(waits) > 1
        assert not any(waits)


async def test_a_filter_without_words_waits_for_no_abstracts(
    library: Library, unread_abstracts: threading.Event
) -> None:
    async with opened(library) as session:
        while not session.app.desk.indexed:
            await session.pilot.pause()
        await session.pilot.press("f", "1")
        await listed(session)
        assert session.home.count == "0 of 81"
        assert "Nothing is queued" in session.shown
        await session.pilot.press("f", "0")
        await listed(session)
        assert session.home.count == "81 exact of 81"
        first = session.paper
        await session.pilot.press("4")
        await listed(session, "lane")
        assert "1 no longer match" in session.answer
        await session.pilot.press("j")
        unread_abstracts.set()
        await session.settle()
        assert session.title(0) == first.title
        assert session.app.desk.cursor == 1
        await session.press("ctrl+l")
        assert session.home.count == "80 exact of 81"
        assert session.title(0) != first.title


async def test_an_order_alone_is_not_put_off(
    library: Library, unread_abstracts: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "PAUSE", 60.0)
    async with opened(library) as session:
        while not session.app.desk.indexed:
            await session.pilot.pause()
        await session.pilot.press("s", "c")
        await asyncio.wait_for(listed(session), 20)
        assert session.home.listing.filter.sort is Sort.CATEGORY
        unread_abstracts.set()
