"""When the index is made, when it is read from disk, and that it follows what the reader does."""

import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tui_reader.library import Library, indexing
from tui_reader.library.documents.progress import Progress, Stopped
from tui_reader.papers import Paper, Status
from tui_reader.search import building
from tui_reader.search.index import Index
from tui_reader.search.parts import Parts
from tui_reader.search.sort import Sort

Open = Callable[..., Library]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was made and not read, one after the other; the samples are worth keeping here."""
    calls: list[str] = []

    def watch(name: str, build: Callable[..., Parts]) -> None:
        def watched(papers: Sequence[Paper], *how: object) -> Parts:
            calls.append(name)
            return build(papers, *how)

        monkeypatch.setattr(building, name, watched)

    watch("build_titles", building.build_titles)
    watch("build_abstracts", building.build_abstracts)
    monkeypatch.setattr(indexing, "WORTH_KEEPING", 1)
    return calls


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library" / "catalogue" / "index"


def test_the_next_start_finds_the_index_made(open_library: Open, made: list[str]) -> None:
    first = open_library()
    before = list(first.search("gradient").positions)
    first.keep_index()
    assert made == ["build_abstracts"]
    assert list(first.search("gradient").positions) == before
    assert list(open_library().search("gradient").positions) == before
    assert len(made) == 1


def test_one_that_nobody_searches_here_is_only_kept(
    open_library: Open, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("an index to search, or made again")

    library = open_library()
    with monkeypatch.context() as patch:
        patch.setattr(Index, "__init__", never)
        library.keep_index(to_search=False)
        assert made == []
        patch.setattr(building, "abstracts", never)
        library.keep_index(to_search=False)
    assert open_library().search("gradient").exact
    assert library.search("gradient").exact
    assert made == []


def test_closing_keeps_what_was_made(open_library: Open, made: list[str], folder: Path) -> None:
    first = open_library()
    assert first.search("attention").exact
    first.close()
    assert [path.name for path in folder.iterdir()] == ["abstracts"]
    open_library().search("attention")
    assert made == ["build_abstracts"]


def test_titles_are_kept_with_the_papers(
    open_library: Open, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert open_library().first_index.search("attention").exact
    assert not made
    monkeypatch.setattr(building, "VERSION", "another")
    for _ in range(2):
        assert open_library().first_index.search("attention").exact
        assert made == ["build_titles"]


def test_what_is_damaged_is_made_anew(open_library: Open, made: list[str], folder: Path) -> None:
    first = open_library()
    first.keep_index()
    before = list(first.search("gradient").positions)
    path = folder / "abstracts"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 255
    path.unlink()  # the first library still looks into the old file
    path.write_bytes(data)
    second = open_library()
    second.keep_index()
    assert made[1:] == ["build_abstracts"]
    assert list(second.search("gradient").positions) == before
    open_library().search("gradient")
    assert len(made) == 2


def test_making_it_can_be_stopped(open_library: Open, made: list[str], folder: Path) -> None:
    library = open_library()
    told: list[Progress] = []

    def stop(progress: Progress) -> None:
        told.append(progress)
        raise Stopped

    library.keep_index(stop)
    assert [progress.doing for progress in told] == ["indexing"]
    assert not folder.exists()
    assert library.search("gradient").exact
    assert made == ["build_abstracts", "build_abstracts"]


def test_deleting_the_index_loses_nothing(
    open_library: Open, made: list[str], folder: Path
) -> None:
    first = open_library()
    first.keep_index()
    shutil.rmtree(folder)
    assert first.search("gradient").exact
    assert open_library().search("gradient").exact
    assert len(made) == 2


def test_other_papers_have_another_index(open_library: Open, made: list[str]) -> None:
    library = open_library()
    library.keep_index()
    paper = library.papers[0]
    library.correct(paper, "Quaint Zebras", paper.authors)
    assert library.search("title:zebras").exact == 1
    library.keep_index()
    library.flush()
    assert open_library().search("title:zebras").exact == 1
    assert len(made) == 2


def test_what_the_reader_did_is_found_in_an_index_that_was_read(
    open_library: Open, made: list[str]
) -> None:
    first = open_library()
    paper, other = first.papers[3], first.papers[5]
    first.tag([paper], add=["phd"])
    first.keep_index()
    first.mark([other], Status.READ)
    first.flush()
    second = open_library()
    assert [hit.paper for hit in second.search("tag:phd").hits] == [paper]
    assert [hit.paper for hit in second.search("status:read").hits] == [other]
    second.tag([paper], remove=["phd"])
    second.set_note([other], "Ask Galois")
    assert second.search("tag:phd").exact == 0
    assert [hit.paper for hit in second.search("galois").hits] == [other]
    assert len(made) == 1


def test_where_nothing_can_be_written_the_index_is_in_memory(
    open_library: Open, made: list[str], folder: Path
) -> None:
    library = open_library()
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("in its way")
    library.keep_index()
    assert library.search("gradient").exact
    assert made == ["build_abstracts"]


def test_a_small_library_keeps_none(open_library: Open, folder: Path) -> None:
    library = open_library()
    library.search("gradient")
    library.keep_index()
    library.close()
    assert not folder.exists()


@pytest.mark.parametrize("seed", range(8))
def test_an_index_that_follows_its_library_is_as_one_made_anew(
    open_library: Open, made: list[str], seed: int
) -> None:
    chance = random.Random(seed)
    library = open_library()
    ids = [document.id for document in library.documents()]
    for step in range(6):
        present = [d.id for d in library.documents() if d.removed_at is None]
        change = chance.choice(["remove", "restore", "correct"])
        if change == "remove" and len(present) > 1:
            library.remove_document(chance.choice(present))
        elif change == "restore" and len(present) < len(ids):
            library.restore_document(chance.choice(sorted(set(ids) - set(present))))
        else:
            paper = chance.choice(library.papers)
            library.correct(paper, f"{paper.title} {step}", paper.authors)
        library.flush()
        library.keep_index()
        library = open_library()
        fresh = Index(list(library.papers), library.state)
        for query in ("gradient", "low rank", '"in the"', "abstract:model", "memory -attention"):
            assert library.search(query).positions == fresh.search(query).positions, query
        for sort in Sort:
            assert library.index.order(sort) == fresh.order(sort)
    assert made.count("build_abstracts") > 1


def test_days_are_counted_back_by_the_clock_of_the_library(tmp_path: Path) -> None:
    """Not by that of the system: a session played on another day shows the same."""
    now = 1_500_000_000_000
    library = Library.open(tmp_path / "library", clock=lambda: now)
    assert library.search("added:7d").exact == 81
    now += 8 * 86_400_000
    assert library.search("added:7d").exact == 0
    library.close()
