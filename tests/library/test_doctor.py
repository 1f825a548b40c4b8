import os
from pathlib import Path

import pytest

from tests.library.tracking import opened
from tui_reader.library.doctor import WRITTEN_WITHIN, examine, repair


@pytest.fixture
def library(tmp_path: Path) -> Path:
    directory = tmp_path / "library"
    for note in ("first", "second"):
        with opened(directory) as tracker:
            tracker.change({"a": {"note": note}}, note)
    return directory


def test_a_sound_library_has_no_findings(library: Path) -> None:
    assert examine(library) == []
    assert repair(library) == []


def test_a_damaged_or_newer_state_is_named(library: Path) -> None:
    path = library / "reading.json"
    good = path.read_bytes()
    path.write_bytes(good[:30])
    [finding] = examine(library)
    assert (finding.path, finding.repair) == (path, None)
    assert "restore" in finding.advice
    path.write_bytes(good.replace(b'"schema":1', b'"schema":9'))
    [finding] = examine(library)
    assert "newer version" in finding.problem


@pytest.mark.parametrize(
    "name",
    [
        "reading.sync-conflict-20261120-101112-ABCDEFG.json",
        "reading (laptop's conflicted copy 2026-11-20).json",
    ],
)
def test_conflict_copies_are_reported_with_what_folds_them_in(library: Path, name: str) -> None:
    (library / name).write_bytes((library / "reading.json").read_bytes())
    (library / name).chmod(0o600)
    [finding] = examine(library)
    assert finding.path == library / name
    assert "merge-state" in finding.advice
    (library / name).write_bytes(b"{")
    [finding] = examine(library)
    assert "cannot be folded in" in finding.advice


@pytest.mark.parametrize("folder", ["", "index", "readings"])
def test_what_an_import_left_over_is_removed_unless_it_is_being_written(
    library: Path, folder: str
) -> None:
    """It may be as large as the library."""
    left = library / "catalogue" / folder / ".papers.0123abcd.tmp"
    for made in (left.parent.parent, left.parent):
        made.mkdir(exist_ok=True, mode=0o700)
    left.write_bytes(b"half")
    left.chmod(0o600)
    assert examine(library) == []
    hours_ago = left.stat().st_mtime - 2 * WRITTEN_WITHIN
    os.utime(left, (hours_ago, hours_ago))
    assert [finding.path for finding in repair(library)] == [left]
    assert not left.exists()
    assert examine(library) == []


def test_what_was_left_over_is_removed(library: Path) -> None:
    left = library / ".reading.json.0123abcd.tmp"
    left.write_bytes(b"half")
    left.chmod(0o600)
    assert [finding.path for finding in examine(library)] == [left]
    assert [finding.path for finding in repair(library)] == [left]
    assert not left.exists()
    assert examine(library) == []


def test_files_open_to_others_are_closed(library: Path) -> None:
    (library / "reading.json").chmod(0o644)
    (library / "history").chmod(0o755)
    assert len(repair(library)) == 2
    assert examine(library) == []
    assert (library / "history").stat().st_mode & 0o777 == 0o700


def test_bad_lines_and_bad_copies_are_counted(library: Path) -> None:
    [history] = (library / "history").iterdir()
    with history.open("ab") as file:
        file.write(b"torn\n{}\n")
    [copy] = (library / "backups").iterdir()
    copy.write_bytes(b"")
    problems = {finding.path: finding.problem for finding in examine(library)}
    assert problems == {
        history: "2 lines cannot be read",
        copy: "this copy is damaged: it is empty",
    }
    with opened(library) as tracker:
        assert len(list(tracker.history())) == 2


def test_a_library_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    [finding] = examine(tmp_path / "nowhere")
    assert finding.problem == "there is no such directory"
