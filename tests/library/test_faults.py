"""Kill, ENOSPC, EIO and EFBIG at every file call of a save, a migration, a restore, a merge."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.library.faults import Killed, faults
from tests.library.tracking import MOMENT, opened, still
from tui_reader.library.errors import CannotSave, LibraryError
from tui_reader.library.tracker import store as store_module
from tui_reader.library.tracker.cells import Tables
from tui_reader.library.tracker.merge_state import merge_state
from tui_reader.library.tracker.recovery import copies, restore
from tui_reader.library.tracker.steps import Edit, Step
from tui_reader.library.tracker.store import Store
from tui_reader.library.tracker.tracker import Tracker
from tui_reader.papers import Status

LONG = pytest.mark.torture
FAULTS = ["kill", "ENOSPC", pytest.param("EIO", marks=LONG), pytest.param("EFBIG", marks=LONG)]
OLD = '{"meta":{"library":{"schema":0}},"papers":{"a":{"status":"read","tags":["x"]}}}'


@pytest.fixture(autouse=True)
def one_origin(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the copies tried on can be compared."""
    monkeypatch.setattr(store_module, "new_origin", lambda: "me")


def first_save(directory: Path) -> None:
    store = Store(directory)
    tables = store.load(MOMENT, read_only=False)
    store.save(tables, [Step("note", MOMENT, (Edit("a", "note", "new"),))], MOMENT)


def next_save(directory: Path) -> None:
    first_save(directory)


def a_restore(directory: Path) -> None:
    restore(directory, next(copy for copy in copies(directory) if copy.reason == "run"), still)


def a_migration(directory: Path) -> None:
    Store(directory).load(MOMENT, read_only=False)


def a_merge(directory: Path) -> None:
    merge_state(directory, directory.parent / "other" / "reading.json", still)


def prepare(directory: Path, action: Callable[[Path], None]) -> None:
    if action is a_migration:
        directory.mkdir(parents=True)
        (directory / "reading.json").write_text(OLD)
    elif action is not first_save:
        with opened(directory) as tracker:
            tracker.change({"a": {"note": "before"}}, "")
        with opened(directory) as tracker:
            tracker.change({"a": {"note": "old"}, "b": {"status": Status.READ}}, "")
        shutil.copytree(directory, directory.parent / "other")
        with opened(directory.parent / "other") as tracker:
            tracker.change({"c": {"note": "from elsewhere"}}, "")


def content(directory: Path) -> tuple[object, list[object]]:
    """The tables on disk but for what every writing counts, and the valid history."""
    if not (directory / "reading.json").exists():
        return None, []
    tables = read(directory)
    last_seq = tables["meta"]["library"].get("last_seq", 0)
    history = [entry[4:8] for entry in Store(directory).history.newest_first(last_seq)]
    return {name: tables[name] for name in tables if name != "meta"}, list(history)


def read(directory: Path) -> Tables:
    """As it stands, in any schema."""
    found: Tables = json.loads((directory / "reading.json").read_bytes())
    return found


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("action", [first_save, next_save, a_restore, a_migration, a_merge])
def test_old_or_new_state_whatever_fails(
    tmp_path: Path, action: Callable[[Path], None], fault: str
) -> None:
    start = tmp_path / "start"
    prepare(start / "library", action)
    old = content(start / "library")
    done = tmp_path / "done"
    shutil.copytree(start, done) if start.exists() else None
    with faults(0, fault) as counted:
        action(done / "library")
    new = content(done / "library")
    assert new != old
    assert "fsync" in counted.calls
    for at in range(1, len(counted.calls) + 1):
        trial = tmp_path / str(at)
        shutil.copytree(start, trial) if start.exists() else None
        failure: BaseException | None = None
        with faults(at, fault) as shim:
            try:
                action(trial / "library")
            except (LibraryError, Killed) as error:
                failure = error
        assert shim.happened
        after = content(trial / "library")
        assert one_of(after, old, new), f"{fault} at {shim.calls[at - 1]} number {at}"
        if failure is None:
            assert after == new, "it said nothing and saved nothing"
        elif isinstance(failure, LibraryError):
            assert str(trial) in str(failure)
        if fault == "kill":
            usable_again(trial / "library", action)


def one_of(after: object, old: object, new: object) -> bool:
    """A first state without any papers is as good as none."""
    empty: object = ({"papers": {}, "corrections": {}, "decisions": {}, "views": {}}, [])
    return after in (old, new) or (old == (None, []) and after == empty)


def usable_again(directory: Path, action: Callable[[Path], None]) -> None:
    """What the crash left is no hindrance to doing the same again."""
    tracker = Tracker.open(directory, clock=still)
    tracker.change({"z": {"note": "after the crash"}}, "")
    tracker.flush()
    assert tracker.state(["z"]).note == "after the crash"
    assert next(entry.key for entry in tracker.history()) == "z"
    assert tracker.undo() is not None
    tracker.close()
    if action in (first_save, next_save):
        action(directory)
        assert read(directory)["papers"]["a"]["note"][0] == "new"


@pytest.mark.parametrize("fault", ["ENOSPC", "EIO"])
def test_a_failed_save_leaves_nothing_behind(tmp_path: Path, fault: str) -> None:
    first_save(tmp_path)
    store = Store(tmp_path)
    tables = store.load(MOMENT, read_only=False)
    step = Step("note", MOMENT, (Edit("a", "note", "more"),))
    store.save(tables, [step], MOMENT)
    with faults(0, fault) as counted:
        store.save(tables, [step], MOMENT)
    at = len(counted.calls) - counted.calls[::-1].index("replace")
    tables = store.load(MOMENT, read_only=False)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with faults(at, fault), pytest.raises(CannotSave, match="previous version is intact"):
        store.save(tables, [step], MOMENT)
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert after == before
