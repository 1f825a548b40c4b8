"""What takes long is done beside the screen: keys are answered while a worker is held."""

import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.tui.reading_session import Session, make_app, reading
from tui_reader.library import Library
from tui_reader.library.catalogue import Catalogue
from tui_reader.library.tracker.state_file import StateFile
from tui_reader.papers import Status
from tui_reader.search.index import Index
from tui_reader.tui.desk import counting, desk
from tui_reader.tui.screens import desk_screen


class Gate:
    """Holds calls until it is opened, and remembers which thread they came from."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.reached = threading.Event()
        self.by_screen: list[bool] = []

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def held(*args: object, **options: object) -> object:
            self.by_screen.append(threading.current_thread() is threading.main_thread())
            self.reached.set()
            if not self.by_screen[-1]:
                self.open.wait(20)
            return function(*args, **options)

        return held


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.open.set()


@asynccontextmanager
async def importing(library: Library, path: Path) -> AsyncIterator[Session]:
    app = make_app(library)
    app.paths = (path,)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        yield Session(app, pilot)


async def to_proposed(session: Session) -> None:
    await session.press("f", "=")


async def moves(session: Session) -> None:
    """Whether keys are answered."""
    before = session.app.desk.cursor
    await session.pilot.press("j")
    await session.pilot.pause()
    assert session.app.desk.cursor == before + 1
    assert session.paper is session.app.desk.paper


async def test_a_decision_merges_beside_the_screen(
    library: Library, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(library) as session:
        await to_proposed(session)
        monkeypatch.setattr(Catalogue, "_rebuild", gate.around(Catalogue._rebuild))
        await session.pilot.press("m")
        assert gate.reached.wait(20)
        assert session.answer.startswith("same work: Clustering Head…")
        await moves(session)
        await session.pilot.press("4")
        await session.pilot.pause()
        assert session.state().status is Status.READ
        assert len(library.papers) == 81
        paper = session.paper
        gate.open.set()
        await session.settle()
        assert len(library.papers) == 80
        assert session.paper.id in {paper.id, library.resolve(paper.id).id}
        assert library.state(session.paper).status is Status.READ
    assert gate.by_screen == [False]


async def test_decisions_made_while_papers_are_merged_are_merged_once_more(
    library: Library, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(library) as session:
        await to_proposed(session)
        monkeypatch.setattr(Catalogue, "_rebuild", gate.around(Catalogue._rebuild))
        await session.pilot.press("m")
        assert gate.reached.wait(20)
        await session.pilot.press("u", "ctrl+r", "u")
        gate.open.set()
        await session.settle()
        assert len(library.papers) == 81
        assert len(library.proposals) == 1
    assert gate.by_screen in ([False], [False, False])


async def test_many_are_marked_beside_the_screen_as_one_step_and_one_write(
    library: Library, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "FEW", 5)
    writes: list[threading.Thread] = []
    write = StateFile.write

    def counted(*args: Any) -> None:  # noqa: ANN401 - passed on as they came
        writes.append(threading.current_thread())
        write(*args)

    monkeypatch.setattr(StateFile, "write", counted)
    async with reading(library) as session:
        await session.press("1")
        library.flush()
        before = len(writes)
        await session.press("A")
        mark = gate.around(library.mark)

        def saved(*args: Any) -> Any:  # noqa: ANN401 - passed on as they came
            step = mark(*args)
            # By itself: what follows at once may share its write.
            library.flush()
            return step

        monkeypatch.setattr(library, "mark", saved)
        await session.pilot.press("4")
        assert gate.reached.wait(20)
        await moves(session)
        await session.pilot.press("*")
        await session.pilot.pause()
        assert not session.state().starred
        gate.open.set()
        await session.settle()
        assert all(library.state(paper).status is Status.READ for paper in library.papers)
        assert session.state().starred
        library.flush()
        assert len(writes) - before == 2
        assert len({entry.step for entry in library.history()}) == 3
        await session.press("u", "u")
        assert {library.state(paper).status for paper in library.papers} == {
            Status.QUEUED,
            Status.UNREAD,
        }
    assert gate.by_screen == [False]


async def test_leaving_waits_for_what_was_asked_before(
    library: Library, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "FEW", 5)
    monkeypatch.setattr(desk_screen, "SAVING_SHOWN_AFTER", -1)
    async with reading(library) as session:
        await session.press("A")
        monkeypatch.setattr(library, "mark", gate.around(library.mark))
        await session.pilot.press("4")
        assert gate.reached.wait(20)
        session.home.look_at_saving()
        session.home.look_at_saving()
        assert session.home.saving == "saving…"
        await session.pilot.press("q")
        await session.pilot.pause()
        assert session.app.return_value is None
        gate.open.set()
        await session.settle()
        assert session.app.return_value == 0
    assert library.saving.state == "saved"
    assert all(library.state(paper).status is Status.READ for paper in library.papers)


async def test_undo_is_made_beside_the_screen(
    library: Library, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(library) as session:
        await session.press("4")
        monkeypatch.setattr(library, "undo", gate.around(library.undo))
        await session.pilot.press("u")
        assert gate.reached.wait(20)
        await moves(session)
        gate.open.set()
        await session.settle()
        assert library.state(library.papers[0]).status is Status.UNREAD
    assert gate.by_screen == [False]


async def test_counts_of_views_are_filled_in_as_they_come(
    library: Library, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "QUICK", 0)
    async with reading(library) as session:
        monkeypatch.setattr(Index, "search", gate.around(Index.search))
        await session.pilot.press("f")
        assert gate.reached.wait(20)
        words = dict(session.home.strip)
        assert words["0"] == "unread"
        gate.open.set()
        await session.settle()
        assert dict(session.home.strip)["0"] == "unread 81"
        await session.press("escape")
        assert not session.home.strip
    assert not any(gate.by_screen)


async def test_tidying_searches_beside_the_screen(
    library: Library, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "QUICK", 0)
    async with reading(library) as session:
        await session.press("/", *"status:unread", "enter", "4")
        assert len(session.app.desk.stale) == 1
        monkeypatch.setattr(Index, "search", gate.around(Index.search))
        await session.pilot.press("ctrl+l")
        assert gate.reached.wait(20)
        await moves(session)
        gate.open.set()
        await session.settle()
        assert session.answer == "1 taken away"
        assert len(session.home.listing) == 80
    assert not any(gate.by_screen)


CARDS = '{"title": "One more", "authors": ["Ana Wei"], "date": "2027"}\n'


async def test_papers_named_at_the_start_come_while_the_reader_is_open(
    library: Library, gate: Gate, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "more.jsonl"
    path.write_text(CARDS, encoding="utf-8")
    monkeypatch.setattr(library, "add", gate.around(library.add))
    async with importing(library, path) as session:
        assert gate.reached.wait(20)
        await moves(session)
        paper = session.paper
        gate.open.set()
        await session.settle()
        assert session.app.report is not None
        assert session.app.report.new == 1
        assert len(session.app.desk.listing) == 82
        assert session.paper.id == paper.id
        assert not session.app.desk.work
    assert gate.by_screen == [False]


async def test_ctrl_c_stops_an_import_and_nothing_is_in_by_half(
    library: Library, gate: Gate, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "more.jsonl"
    path.write_text(CARDS * 3000, encoding="utf-8")
    monkeypatch.setattr(library, "add", gate.around(library.add))
    async with importing(library, path) as session:
        assert gate.reached.wait(20)
        await session.pilot.press("ctrl+c")
        assert session.answer.startswith("the import stops")
        gate.open.set()
        await session.settle()
        assert session.app.report is None
        assert len(library.papers) == 81
        assert len(library.documents()) == 5
        await session.press("/", "x", "ctrl+c")
        assert session.answer == ""
