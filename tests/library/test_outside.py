"""What others do to the files of a library while it is open here."""

import errno
import json
import shutil
import time
from pathlib import Path

import pytest

from tests.library.faults import faults
from tests.library.tracking import MOMENT, opened, still
from tui_reader.library.errors import CannotSave, Damaged, DeletedOutside, Locked
from tui_reader.library.files import locks
from tui_reader.library.tracker import store as store_module
from tui_reader.library.tracker.history import History
from tui_reader.library.tracker.tracker import Tracker
from tui_reader.papers import Status


def test_each_of_two_readers_sees_what_the_other_does(tmp_path: Path) -> None:
    with opened(tmp_path) as one, opened(tmp_path) as two:
        one.change({"a": {"status": Status.READ}}, "read")
        one.flush()
        assert two.poll() == {"a"}
        assert two.poll() == frozenset()
        two.change({"a": {"tags": {"x": True}}, "b": {"starred": True}}, "tagged")
        two.flush()
        assert one.poll() == {"a", "b"}
        assert one.state(["a"]) == two.state(["a"])
        assert one.state(["a"]).tags == ("x",)


def test_fields_merge_by_time_and_tags_as_sets(tmp_path: Path) -> None:
    with opened(tmp_path) as one, opened(tmp_path, lambda: MOMENT + 50) as two:
        one.change({"a": {"starred": True}}, "")
        one.flush()
        with two._keeper._file_lock:
            two.change({"a": {"status": Status.READ, "tags": {"x": True}}}, "later, saved last")
            one.change({"a": {"status": Status.DROPPED, "tags": {"y": True}}}, "earlier")
            one.flush()
        two.flush()
        one.poll()
        for tracker in (one, two):
            assert tracker.state(["a"]).status is Status.READ
            assert tracker.state(["a"]).tags == ("x", "y")


def test_both_texts_of_a_note_are_kept_and_told(tmp_path: Path) -> None:
    with opened(tmp_path) as one, opened(tmp_path) as two:
        one.change({"a": {"note": "common"}}, "")
        one.flush()
        two.poll()
        with two._keeper._file_lock:
            two.change({"a": {"note": "from two"}}, "")
            one.change({"a": {"note": "from one"}}, "")
            one.flush()
        two.flush()
        one.poll()
        for tracker in (one, two):
            assert tracker.both_notes() == {"a"}
            note = tracker.state(["a"]).note
            assert "from one" in note
            assert "from two" in note
            assert "common" not in note
        one.change({"a": {"note": "settled"}}, "")
        one.flush()
        two.poll()
        assert two.state(["a"]).note == "settled"


def test_a_change_of_ours_that_waits_survives_what_others_save(tmp_path: Path) -> None:
    with opened(tmp_path) as one, opened(tmp_path) as two:
        with one._keeper._file_lock:
            one.change({"a": {"starred": True}}, "")
            two.change({"b": {"starred": True}}, "")
            two.flush()
        one.flush()
        assert one.state(["a"]).starred
        assert one.state(["b"]).starred
    with opened(tmp_path) as tracker:
        assert tracker.state(["a"]).starred
        assert tracker.state(["b"]).starred


def test_a_deleted_file_is_made_again_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "reading.json"
    tracker = Tracker.open(tmp_path, clock=still)
    tracker.change({"a": {"note": "kept"}}, "")
    tracker.flush()
    path.unlink()
    assert tracker.poll() == frozenset()
    assert isinstance(tracker.trouble, DeletedOutside)
    assert tracker.saving.state == "failed"
    assert "was deleted while open" in tracker.saving.message
    tracker.change({"a": {"starred": True}}, "")
    with pytest.raises(DeletedOutside):
        tracker.flush()
    assert not path.exists()
    assert tracker.state(["a"]).note == "kept"
    tracker.write_back()
    tracker.flush()
    assert tracker.saving.state == "saved"
    assert tracker.trouble is None
    tracker.close()
    with opened(tmp_path) as again:
        assert again.state(["a"]) == tracker.state(["a"])
        assert again.state(["a"]).starred


def test_a_file_damaged_while_open_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "reading.json"
    tracker = Tracker.open(tmp_path, clock=still)
    tracker.change({"a": {"note": "kept"}}, "")
    tracker.flush()
    path.write_bytes(b"<<<<<<< HEAD")
    tracker.change({"a": {"starred": True}}, "")
    with pytest.raises(Damaged):
        tracker.flush()
    assert path.read_bytes() == b"<<<<<<< HEAD"
    tracker.poll()
    assert isinstance(tracker.trouble, Damaged)
    tracker.write_back()
    tracker.flush()
    tracker.close()
    [damaged] = (tmp_path / "backups").glob("damaged-*")
    assert damaged.read_bytes() == b"<<<<<<< HEAD"
    with opened(tmp_path) as again:
        assert again.state(["a"]).starred


def test_a_file_restored_from_outside_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "reading.json"
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"note": "old"}}, "old")
        tracker.flush()
        shutil.copy(path, tmp_path / "mine.json")
        tracker.change({"a": {"note": "new"}}, "new")
        tracker.flush()
        shutil.copy(tmp_path / "mine.json", path)
        assert tracker.poll() == {"a"}
        assert tracker.state(["a"]).note == "old"
        tracker.change({"b": {"note": "more"}}, "more")
        tracker.flush()
        labels = [entry.label for entry in tracker.history()]
        assert labels == ["more", "old"]


def test_an_edit_by_hand_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "reading.json"
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"note": "typed here"}}, "")
        tracker.flush()
        path.write_text(path.read_text().replace("typed here", "by hand"))
        assert tracker.poll() == {"a"}
        assert tracker.state(["a"]).note == "by hand"


def test_a_failed_save_is_told_kept_and_tried_again(tmp_path: Path) -> None:
    tracker = Tracker.open(tmp_path, clock=still)
    tracker.change({"a": {"starred": True}}, "")
    tracker.flush()
    with faults(1, "ENOSPC", for_ever=True):
        tracker.change({"a": {"note": "kept"}}, "")
        with pytest.raises(CannotSave, match="No space left on device") as caught:
            tracker.flush()
        assert caught.value.exit_code == 5
        assert tracker.saving.state == "failed"
        assert "No space left on device" in tracker.saving.message
        assert tracker.state(["a"]).note == "kept"
    tracker.flush()
    assert tracker.saving.state == "saved"
    tracker.close()
    with opened(tmp_path) as again:
        assert again.state(["a"]).note == "kept"


def test_a_fault_of_ours_is_no_save_and_ends_no_writer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tracker = Tracker.open(tmp_path, clock=still)
    with monkeypatch.context() as patch:
        patch.setattr(store_module, "with_steps", lambda *_: 1 / 0)
        tracker.change({"a": {"note": "kept"}}, "")
        with pytest.raises(CannotSave, match="a fault of tui-reader; the previous version"):
            tracker.flush()
        assert tracker.saving.state == "failed"
    tracker.flush()
    assert tracker.saving.state == "saved"
    tracker.close()
    with opened(tmp_path) as again:
        assert again.state(["a"]).note == "kept"


def test_closing_tells_what_could_not_be_saved_once(tmp_path: Path) -> None:
    tracker = Tracker.open(tmp_path, clock=still)
    with faults(1, "EIO", for_ever=True):
        tracker.change({"a": {"starred": True}}, "")
        with pytest.raises(CannotSave):
            tracker.close()
    other = Tracker.open(tmp_path / "other", clock=still)
    with faults(1, "EIO", for_ever=True):
        other.change({"a": {"starred": True}}, "")
        with pytest.raises(CannotSave):
            other.flush()
        other.close()


def test_a_held_lock_is_named_and_nothing_blocks(tmp_path: Path) -> None:
    tracker = Tracker.open(tmp_path, clock=still)
    with locks.locked(tmp_path / "reading.lock"):
        pid, host = locks.holder(tmp_path / "reading.lock")
        start = time.monotonic()
        tracker.change({"a": {"starred": True}}, "")
        assert time.monotonic() - start < 0.1
        while tracker.saving.state != "waiting":
            assert time.monotonic() - start < 2
        assert tracker.saving.message == f"waiting for process {pid} on {host}"
        assert tracker.poll() == frozenset()
        with pytest.raises(Locked) as caught:
            tracker.flush(0.05)
        assert (caught.value.pid, caught.value.host) == (pid, host)
        assert caught.value.exit_code == 4
    tracker.flush()
    assert tracker.saving.state == "saved"
    tracker.close()


def test_without_locks_what_others_wrote_in_between_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(locks, "take", refuse)
    with opened(tmp_path) as one, opened(tmp_path) as two:
        two.change({"a": {"starred": True}}, "")
        two.flush()
        assert not two.has_locks
        store = one._keeper._store
        assert store is not None
        append = store.history.append

        def meanwhile(*arguments: object) -> object:
            monkeypatch.setattr(store.history, "append", append)
            two.change({"b": {"starred": True}}, "")
            two.flush()
            return append(*arguments)  # type: ignore[arg-type] # handed through

        monkeypatch.setattr(store.history, "append", meanwhile)
        one.change({"c": {"starred": True}}, "")
        one.flush()
    papers = json.loads((tmp_path / "reading.json").read_bytes())["papers"]
    assert papers.keys() == {"a", "b", "c"}
    with opened(tmp_path) as tracker:
        assert [(e.seq, e.key) for e in tracker.history()] == [(3, "c"), (2, "b"), (1, "a")]


def test_what_killed_saves_left_behind_goes_with_the_next_save(tmp_path: Path) -> None:
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"starred": True}}, "")
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"starred": False}}, "")
    state, copy, other = (
        tmp_path / ".reading.json.01234567.tmp",
        tmp_path / "backups" / ".reading-x.json.01234567.tmp",
        tmp_path / ".documents.json.01234567.tmp",
    )
    for path in (state, copy, other):
        path.write_bytes(b"half")
    with opened(tmp_path) as tracker:
        tracker.change({"b": {"starred": True}}, "")
    assert [path.exists() for path in (state, copy, other)] == [False, False, True]


def test_a_state_made_while_it_was_looked_for_is_not_called_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = History.files

    def meanwhile(history: History) -> list[Path]:
        monkeypatch.setattr(History, "files", real)
        with opened(tmp_path) as other:
            other.change({"a": {"note": "first"}}, "")
        return real(history)

    monkeypatch.setattr(History, "files", meanwhile)
    with opened(tmp_path) as tracker:
        assert tracker.state(["a"]).note == "first"
