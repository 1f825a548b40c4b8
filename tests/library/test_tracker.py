import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.tracking import MOMENT, opened, still
from tui_reader.library.choices import Correction
from tui_reader.library.errors import ReadOnly
from tui_reader.library.tracker.origin import place_of
from tui_reader.library.tracker.tracker import Tracker
from tui_reader.papers import UNTOUCHED, Decisions, Status

PAIR = frozenset({"a", "b"})

hostile = st.text(st.characters(codec=None) | st.sampled_from("\0\ud800\u202e\U0001f469‍"))


def test_nothing_is_written_before_the_first_change(tmp_path: Path) -> None:
    with opened(tmp_path / "library"):
        pass
    assert not (tmp_path / "library").exists()


def test_every_kind_of_change_is_there_after_a_restart(tmp_path: Path) -> None:
    with opened(tmp_path) as tracker:
        fields = {
            "status": Status.READING,
            "progress": 40,
            "note": "hello",
            "starred": True,
            "started_at": 5,
            "tags": {"x": True, "y": True},
        }
        tracker.change({"a": fields}, "reading")
        tracker.change({"a": {"tags": {"y": False}}}, "untagged")
        tracker.correct("a", "Title", ["One", "Two"], "corrected")
        tracker.decide([PAIR], [frozenset({"a", "c"})], "same")
        tracker.set_view("6", "status:queued", "view kept")
        before = tracker.state(["a"])
    with opened(tmp_path) as tracker:
        assert tracker.state(["a"]) == before
        assert before.tags == ("x",)
        assert (before.status, before.progress, before.started_at) == (Status.READING, 40, 5)
        assert tracker.corrections() == {"a": Correction("Title", ("One", "Two"))}
        assert tracker.decisions() == Decisions(
            frozenset({PAIR}), frozenset({frozenset({"a", "c"})})
        )
        assert tracker.views() == {"6": "status:queued"}
        assert list(tracker.touched()) == ["a"]


def test_the_file_has_the_schema_of_the_design(tmp_path: Path) -> None:
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"status": Status.READ, "tags": {"x": True}}}, "read")
    tables = json.loads((tmp_path / "reading.json").read_bytes())
    origin = tables["meta"]["library"]["origin"]
    [(name, [place, before, until])] = tables["meta"]["library"].pop("origins").items()
    assert (name, place, before, until) == (origin, place_of(tmp_path), "", 0)
    assert tables["meta"]["library"] == {"schema": 1, "origin": origin, "last_seq": 2}
    assert tables["papers"]["a"] == {
        "status": ["read", MOMENT, origin],
        "tags": {"x": [True, MOMENT, origin]},
    }
    assert tables.keys() == {"meta", "papers", "corrections", "decisions", "views"}


def test_time_never_goes_back(tmp_path: Path) -> None:
    with opened(tmp_path) as tracker:
        steps = [tracker.change({"a": {"note": str(n)}}, "") for n in range(3)]
    assert [step.time for step in steps] == [MOMENT, MOMENT + 1, MOMENT + 2]
    with opened(tmp_path, lambda: 7) as tracker:
        assert tracker.change({"a": {"note": "9"}}, "").time == MOMENT + 3
        assert tracker.state(["a"]).note == "9"


def test_changes_are_seen_before_they_are_saved_and_touch_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tracker = Tracker.open(tmp_path, clock=still)
    monkeypatch.setattr(os, "open", lambda *_, **__: pytest.fail("a file was opened"))
    with tracker._keeper._file_lock:  # keeps the writer from its work
        tracker.change({"a": {"status": Status.READ}}, "read")
        assert tracker.state(["a"]).status is Status.READ
        assert tracker.saving.state == "saving"
        monkeypatch.undo()
    tracker.flush()
    assert tracker.saving.state == "saved"
    tracker.close()


def test_a_burst_is_one_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tracker = Tracker.open(tmp_path, clock=still)
    tracker.change({"a": {"progress": 1}}, "first")
    tracker.flush()
    written: list[Path] = []
    replace = Path.replace

    def counted(path: Path, target: Path) -> Path:
        written.append(target)
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", counted)
    with tracker._keeper._file_lock:
        for n in range(100):
            tracker.change({"a": {"progress": n}}, "more")
    tracker.flush()
    tracker.close()
    assert written.count(tmp_path / "reading.json") == 1


def test_a_note_under_one_key_replaces_what_stood_under_the_others() -> None:
    tracker = Tracker.open(None, clock=still)
    tracker.change({"a": {"note": "first"}}, "")
    tracker.change({"b": {"note": "second"}}, "")
    marked = "second\n\n--- also written, 2026-11-18 11:06 UTC ---\nfirst"
    assert tracker.state(["a", "b"]).note == marked
    tracker.change({"a": {"note": "rewritten"}}, "", aliases={"a": ["a", "b"]})
    assert tracker.state(["a", "b"]).note == "rewritten"
    assert tracker.state(["b"]).note == "second"
    tracker.change({"b": {"note": "later"}}, "")
    assert tracker.state(["a", "b"]).note.startswith("later\n")
    tracker.undo()
    tracker.undo()
    assert set(tracker.state(["a", "b"]).note.splitlines()) > {"first", "second"}


@settings(max_examples=40)
@given(st.dictionaries(hostile, hostile, max_size=4), st.lists(hostile, max_size=4))
def test_any_text_comes_back_identical(
    tmp_path_factory: pytest.TempPathFactory, notes: dict[str, str], tags: list[str]
) -> None:
    directory = tmp_path_factory.mktemp("library")
    tagged = dict.fromkeys(tags, True)
    changes = {key: {"note": note, "tags": tagged} for key, note in notes.items()}
    with opened(directory) as tracker:
        tracker.change(changes, "hostile")
    with opened(directory) as tracker:
        for key, note in notes.items():
            assert tracker.state([key]).note == note
            assert set(tracker.state([key]).tags) == set(tags)
        assert all(e.new in (notes[e.key], True) for e in tracker.history())


def test_a_note_of_a_megabyte_and_ten_thousand_tags(tmp_path: Path) -> None:
    note = "é\0\ud83d\u202e " * 250_000
    tags = {f"tag {n}": True for n in range(10_000)}
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"note": note, "tags": tags}}, "large")
    with opened(tmp_path) as tracker:
        assert tracker.state(["a"]).note == note
        assert set(tracker.state(["a"]).tags) == tags.keys()


@pytest.mark.parametrize(
    "fields",
    [{"status": "finished"}, {"progress": 101}, {"progress": None, "colour": 3}, {"note": 5}],
)
def test_a_value_no_field_can_hold_is_refused(fields: dict[str, object]) -> None:
    tracker = Tracker.open(None)
    with pytest.raises(ValueError, match="cannot be"):
        tracker.change({"a": fields}, "")
    assert tracker.state(["a"]) == UNTOUCHED


def test_repeated_choices_are_no_steps() -> None:
    tracker = Tracker.open(None)
    tracker.decide([PAIR], [], "same")
    tracker.correct("a", "T", ["A"], "corrected")
    tracker.set_view("6", "x", "view")
    assert tracker.decide([PAIR], [], "same").keys == ()
    assert tracker.correct("a", "T", ["A"], "corrected").keys == ()
    assert tracker.set_view("6", "x", "view").keys == ()
    tracker.decide([], [PAIR], "different")
    assert tracker.decisions() == Decisions(different=frozenset({PAIR}))


def test_ten_thousand_papers_are_one_step_and_one_line_of_seqs(tmp_path: Path) -> None:
    changes = {f"{n:012}": {"status": Status.READ, "progress": 100} for n in range(10_000)}
    with opened(tmp_path) as tracker:
        step = tracker.change(changes, "10000 papers read")
        assert len(step.keys) == 10_000
    with opened(tmp_path) as tracker:
        assert [e.seq for e in tracker.history()] == list(range(20_000, 0, -1))
        undone = tracker.undo()
        assert undone is not None
        assert len(undone.keys) == 10_000
        assert tracker.state(["000000000001"]) == UNTOUCHED


def test_read_only_refuses_every_change_at_once(tmp_path: Path) -> None:
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"starred": True}}, "")
    tracker = Tracker.open(tmp_path, read_only=True)
    assert tracker.state(["a"]).starred
    assert tracker.saving.state == "read-only"
    for change in (
        lambda: tracker.change({"a": {"progress": 1}}, ""),
        lambda: tracker.correct("a", "T", [], ""),
        lambda: tracker.decide([PAIR], [], ""),
        lambda: tracker.set_view("6", "x", ""),
        tracker.undo,
    ):
        with pytest.raises(ReadOnly):
            change()
    assert tracker.state(["a"]).starred
    tracker.close()


@pytest.mark.parametrize("name", ["", "reading.json"])
def test_what_cannot_be_written_opens_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"starred": True}}, "")
    refused = tmp_path / name
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != refused)
    tracker = Tracker.open(tmp_path)
    assert tracker.read_only
    assert tracker.saving.message == f"read-only: {tmp_path}"
    with pytest.raises(ReadOnly):
        tracker.change({"a": {"progress": 1}}, "")


def test_the_writer_ends_with_the_tracker(tmp_path: Path) -> None:
    tracker = Tracker.open(tmp_path)
    tracker.change({"a": {"starred": True}}, "")
    start = time.monotonic()
    tracker.close()
    assert time.monotonic() - start < 2
    with opened(tmp_path) as again:
        assert again.state(["a"]).starred


def test_nobody_else_can_read_a_library_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        for note in ("first", "second"):
            with opened(tmp_path / "missing" / "parents" / "library") as tracker:
                tracker.change({"a": {"note": note}}, "noted")
    finally:
        os.umask(before)
    found = [path for path in (tmp_path / "missing").rglob("*") if not path.is_symlink()]
    assert {path.name for path in found} >= {"reading.json", "backups", "history", "reading.lock"}
    for path in (tmp_path / "missing", *found):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600)
