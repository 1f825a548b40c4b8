"""An import that is stopped leaves every document whole: in, or not in at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tui_reader.library import Library
from tui_reader.library.documents.progress import MERGING, Progress, Stopped
from tui_reader.library.errors import ImportStopped

Open = Callable[..., Library]
ONE = '{"title": "One", "authors": ["Ana Wei"], "status": "read"}\n'
TWO = '{"title": "Two", "authors": ["Omar Stein"]}\n' * 2000


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    (tmp_path / "one.jsonl").write_text(ONE, encoding="utf-8")
    (tmp_path / "two.jsonl").write_text(TWO, encoding="utf-8")
    return [tmp_path / "one.jsonl", tmp_path / "two.jsonl"]


def in_the_second(progress: Progress) -> None:
    if len(ONE) < progress.size < len(ONE + TWO):
        raise Stopped


def while_merging(progress: Progress) -> None:
    if progress.doing == MERGING:
        raise Stopped


def test_documents_read_before_are_in_and_the_same_import_goes_on(
    open_library: Open, paths: list[Path]
) -> None:
    library = open_library(samples=False)
    with pytest.raises(ImportStopped, match=r"one\.jsonl in already") as stopped:
        library.add(paths, tell=in_the_second)
    assert stopped.value.documents == ("one.jsonl",)
    assert stopped.value.exit_code == 130
    library.refresh()
    assert [paper.title for paper in library.papers] == ["One"]
    report = library.add(paths)
    assert [document.outcome for document in report.documents] == ["unchanged", "new"]
    assert [paper.title for paper in library.papers] == ["One", "Two"]


def test_nothing_of_a_document_stopped_half_way_is_kept(
    open_library: Open, paths: list[Path], tmp_path: Path
) -> None:
    library = open_library(samples=False)
    before = sorted((tmp_path / "library").rglob("*"))
    with pytest.raises(ImportStopped, match="nothing of it is in"):
        library.add(paths[1:], tell=lambda _: in_the_second(Progress("", 0, len(ONE) + 1)))
    assert sorted((tmp_path / "library").rglob("*")) == before
    assert not library.refresh()


def test_a_stop_while_merging_leaves_the_papers_for_later(
    open_library: Open, paths: list[Path]
) -> None:
    library = open_library(samples=False)
    with pytest.raises(ImportStopped, match="the documents are in"):
        library.add(paths, tell=while_merging)
    assert not library.papers
    assert [paper.title for paper in open_library().papers] == ["One", "Two"]


def test_what_the_documents_in_told_of_their_reader_is_taken(
    open_library: Open, paths: list[Path]
) -> None:
    library = open_library(samples=False)
    with pytest.raises(ImportStopped):
        library.add(paths, tell=in_the_second, with_tracker=True)
    assert library.state(library.papers[0]).status == "read"


def test_the_share_grows_and_ends_with_the_whole(open_library: Open, paths: list[Path]) -> None:
    told: list[Progress] = []
    open_library(samples=False).add(paths, tell=told.append)
    shares = [progress.share for progress in told]
    assert shares == sorted(shares)
    assert shares[0] < 0.01
    assert 0.9 < shares[-1] <= 1
    assert max(progress.size for progress in told) == len(ONE + TWO)
