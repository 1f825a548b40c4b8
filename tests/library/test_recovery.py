from pathlib import Path

import pytest

from tests.library.tracking import opened, still
from tui_reader.library.choices import Correction
from tui_reader.library.errors import Damaged, LibraryError, NewerVersion
from tui_reader.library.tracker.recovery import choose, copies, restore
from tui_reader.library.tracker.tracker import Tracker
from tui_reader.papers import Status


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for note in ("first", "second", "third"):
        with opened(tmp_path) as tracker:
            tracker.change({"a": {"note": note}, note: {"status": Status.READ}}, note)
    return tmp_path


def test_copies_are_dated_and_counted(library: Path) -> None:
    found = copies(library)
    assert [(copy.reason, copy.inside.papers, copy.inside.read) for copy in found] == [
        ("history", 4, 3),
        ("run", 3, 2),
        ("run", 2, 1),
    ]
    assert found[0].date == "2026-11-18T11:06:40.002Z"


@pytest.mark.parametrize("damage", [b"", b"{", None])
def test_the_newest_copy_with_the_history_after_it_loses_nothing(
    library: Path, damage: bytes | None
) -> None:
    path = library / "reading.json"
    path.unlink()
    if damage is not None:
        path.write_bytes(damage)
    with pytest.raises(Damaged):
        Tracker.open(library)
    kept = restore(library, choose(copies(library)), still)
    if damage is None:
        assert kept is None
    else:
        assert kept is not None
        assert kept.name.startswith("damaged-2026")
        assert kept.read_bytes() == damage
    with opened(library) as tracker:
        assert tracker.state(["a"]).note == "third"
        undone = tracker.undo()
        assert undone is not None
        assert undone.label == "third"
        assert tracker.state(["a"]).note == "second"


def test_without_any_copy_the_history_alone_leads_there(tmp_path: Path) -> None:
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"note": "x", "tags": {"p": True, "q": True}}}, "")
        tracker.change({"a": {"tags": {"q": False}}}, "")
        tracker.correct("a", "T", ["A"], "")
        tracker.set_view("6", "x", "")
        before = tracker.state(["a"])
    (tmp_path / "reading.json").write_bytes(b"\0" * 10)
    [copy] = copies(tmp_path)
    restore(tmp_path, copy, still)
    with opened(tmp_path) as tracker:
        assert tracker.state(["a"]) == before
        assert tracker.corrections() == {"a": Correction("T", ("A",))}
        assert tracker.views() == {"6": "x"}


def test_an_older_copy_goes_back_and_forth(library: Path) -> None:
    older = copies(library)[-1]
    kept = restore(library, older, still)
    assert kept is not None
    assert kept.name.endswith("-restore.json")
    with opened(library) as tracker:
        assert tracker.state(["a"]).note == "first"
        assert len(list(tracker.history())) == 6
        tracker.change({"b": {"note": "after"}}, "after")
    again = next(copy for copy in copies(library) if copy.path == kept)
    restore(library, again, still)
    with opened(library) as tracker:
        assert tracker.state(["a"]).note == "third"


def test_an_open_reader_sees_what_was_restored(library: Path) -> None:
    with opened(library) as tracker:
        restore(library, copies(library)[-1], still)
        assert tracker.poll() == {"a", "second", "third"}
        assert tracker.state(["a"]).note == "first"


def test_a_copy_is_chosen_by_date_name_or_reason(library: Path) -> None:
    found = copies(library)
    assert choose(found) is found[0]
    assert choose(found, "2026-11-18") is found[0]
    assert choose(found, "run") is found[1]
    assert choose(found, found[2].path.name) is found[2]
    assert all(choose(found, copy.date) is copy for copy in found[1:])
    with pytest.raises(LibraryError, match="no good copy of 1999; copies: 2026-11-18T"):
        choose(found, "1999")
    with pytest.raises(LibraryError, match="there is no good copy"):
        choose([])


def test_a_damaged_copy_is_not_chosen(library: Path) -> None:
    newest = copies(library)[1]
    newest.path.write_bytes(b"{")
    found = copies(library)
    assert found[1].inside.error
    assert choose(found, "run") is found[2]
    with pytest.raises(Damaged):
        restore(library, found[1], still)
    with opened(library) as tracker:
        assert tracker.state(["a"]).note == "third"


def test_what_a_newer_version_wrote_is_not_replaced(library: Path) -> None:
    path = library / "reading.json"
    newer = path.read_bytes().replace(b'"schema":1', b'"schema":2')
    path.write_bytes(newer)
    with pytest.raises(NewerVersion):
        restore(library, copies(library)[0], still)
    assert path.read_bytes() == newer
