"""Where very many papers are to be made first, the reader opens at once and makes them beside."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.holding import held
from tests.tui.reading_session import fixed_clock, open_library, reading
from tui_reader.library import Library, building, collection


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Every library counts as large; papers are made of documents once this is set."""
    go_on = threading.Event()
    monkeypatch.setattr(building, "Building", held(building.Building, go_on))
    monkeypatch.setattr(collection, "LARGE", 0)
    yield go_on
    go_on.set()


def reopened(directory: Path) -> Library:
    times = fixed_clock()
    return Library.open(directory, clock=lambda: next(times), patient=False)


async def test_without_a_catalogue_the_papers_come_later_and_the_place_is_kept(
    tmp_path: Path, go_on: threading.Event
) -> None:
    directory = tmp_path / "library"
    before = open_library(directory)
    async with reading(before) as session:
        await session.press("j", "j", "j")
        paper = session.paper.id
        session.home.save_session()
    before.close()
    shutil.rmtree(directory / "catalogue")
    library = reopened(directory)
    assert library.provisional
    async with reading(library) as session:
        assert session.app.desk.paper is None
        assert "The papers are made from their documents" in session.shown
        session.home.save_session()
        go_on.set()
        await session.settle()
        assert not library.provisional
        assert len(session.home.listing) == 81
        assert session.paper.id == paper
        assert session.app.desk.cursor == 3
    library.close()


async def test_papers_of_before_are_shown_until_those_of_now_are_made(
    tmp_path: Path, go_on: threading.Event
) -> None:
    directory = tmp_path / "library"
    before = open_library(directory)
    before.remove_document("Julia Kempe")
    catalogue = directory / "catalogue" / "papers"
    old = catalogue.read_bytes()
    before.restore_document("004_2e1b9ef07ba4b530.txt")
    before.close()
    catalogue.write_bytes(old)
    library = reopened(directory)
    count = len(library.papers)
    assert library.provisional
    assert 0 < count < 81
    async with reading(library) as session:
        await session.pilot.press("j")
        await session.pilot.pause()
        paper = session.paper.id
        go_on.set()
        await session.settle()
        assert len(session.home.listing) == 81
        assert session.paper.id == paper
    library.close()


def test_what_another_version_made_is_not_shown(tmp_path: Path, go_on: threading.Event) -> None:
    directory = tmp_path / "library"
    open_library(directory).close()
    catalogue = directory / "catalogue" / "papers"
    catalogue.write_bytes(catalogue.read_bytes().replace(b"shown-", b"shows-"))
    library = reopened(directory)
    assert len(library.papers) == 0
    go_on.set()
    assert library.refresh()
    assert len(library.papers) == 81
    library.close()


def test_what_is_to_be_made_is_made_before_more_comes_in(
    tmp_path: Path, go_on: threading.Event
) -> None:
    directory = tmp_path / "library"
    open_library(directory).close()
    shutil.rmtree(directory / "catalogue")
    library = reopened(directory)
    report = library.add_bytes("one.jsonl", b'{"title": "One", "authors": ["Ana Wei"]}\n')
    assert report.new == 1
    assert len(library.papers) == 82
    library.close()


def test_commands_wait_for_the_papers(tmp_path: Path, go_on: threading.Event) -> None:
    directory = tmp_path / "library"
    open_library(directory).close()
    shutil.rmtree(directory / "catalogue")
    library = open_library(directory)
    assert len(library.papers) == 81
    assert not library.provisional
    library.close()
