import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.tracking import MOMENT, opened, still
from tui_reader.library.choices import Correction
from tui_reader.library.tracker.tracker import Tracker
from tui_reader.papers import UNTOUCHED, Decisions, Status

PAIR = frozenset({"a", "b"})


def test_the_newest_step_is_undone_first_also_after_restarts(tmp_path: Path) -> None:
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"status": Status.READ}}, "read")
        tracker.change({"a": {"note": "n"}, "b": {"note": "m"}}, "noted")
    for label, keys in (("noted", ("a", "b")), ("read", ("a",))):
        with opened(tmp_path) as tracker:
            undone = tracker.undo()
            assert undone is not None
            assert (undone.label, undone.keys, undone.left) == (label, keys, ())
    with opened(tmp_path) as tracker:
        assert tracker.undo() is None
        assert tracker.state(["a"]) == UNTOUCHED


def test_redo_goes_forward_again_until_a_new_step(tmp_path: Path) -> None:
    with opened(tmp_path) as tracker:
        for note in "123":
            tracker.change({"a": {"note": note}}, f"noted {note}")
        tracker.undo()
        tracker.undo()
    with opened(tmp_path) as tracker:
        redone = tracker.redo()
        assert redone is not None
        assert redone.label == "noted 2"
        assert tracker.state(["a"]).note == "2"
        tracker.change({"a": {"starred": True}}, "starred")
        assert tracker.redo() is None
    with opened(tmp_path) as tracker:
        assert tracker.redo() is None
        labels = [undone.label for undone in iter(tracker.undo, None) if undone]
        assert labels == ["starred", "noted 2", "noted 1"]


def test_corrections_decisions_and_views_are_undone_too(tmp_path: Path) -> None:
    with opened(tmp_path) as tracker:
        tracker.correct("a", "Old", ["A"], "corrected")
        tracker.correct("a", "New", ["B"], "corrected again")
        tracker.decide([PAIR], [], "same")
        tracker.set_view("6", "x", "view")
    with opened(tmp_path) as tracker:
        tracker.undo()
        assert tracker.views() == {}
        tracker.undo()
        assert tracker.decisions() == Decisions()
        tracker.undo()
        assert tracker.corrections() == {"a": Correction("Old", ("A",))}
        tracker.undo()
        assert tracker.corrections() == {}
        for _ in range(4):
            tracker.redo()
        assert tracker.corrections() == {"a": Correction("New", ("B",))}
        assert tracker.decisions() == Decisions(frozenset({PAIR}))
        assert tracker.views() == {"6": "x"}


def test_what_another_process_did_is_undone_here(tmp_path: Path) -> None:
    with opened(tmp_path) as here:
        here.change({"a": {"note": "here"}}, "here")
        here.flush()
        with opened(tmp_path) as there:
            there.change({"b": {"note": "there"}}, "there")
        undone = here.undo()
        assert undone is not None
        assert undone.label == "there"
        assert here.state(["b"]) == UNTOUCHED
        undone = here.undo()
        assert undone is not None
        assert undone.label == "here"


def later_elsewhere(directory: Path) -> None:
    """Stars were set again by another origin."""
    path = directory / "reading.json"
    tables = json.loads(path.read_bytes())
    for row in tables["papers"].values():
        if "starred" in row:
            row["starred"] = [True, MOMENT + 900, "elsewhere"]
    path.write_text(json.dumps(tables))


def test_a_field_changed_since_is_left_and_named(tmp_path: Path) -> None:
    with opened(tmp_path) as here:
        here.change({"a": {"note": "n", "starred": True}}, "both")
        here.change({"a": {"starred": False}}, "unstarred")
        here.undo()
        here.flush()
        later_elsewhere(tmp_path)
        assert here.poll() == {"a"}
        undone = here.undo()
        assert undone is not None
        assert undone.left == (("a", "starred"),)
        assert (here.state(["a"]).note, here.state(["a"]).starred) == ("", True)


def test_a_step_of_which_all_is_left_does_not_stand_in_the_way(tmp_path: Path) -> None:
    with opened(tmp_path) as tracker:
        tracker.change({"a": {"note": "first"}}, "first")
        tracker.change({"b": {"starred": True}}, "starred")
        tracker.flush()
        later_elsewhere(tmp_path)
        undone = tracker.undo()
        assert undone is not None
        assert (undone.label, undone.keys) == ("starred", ())
    with opened(tmp_path) as tracker:
        undone = tracker.undo()
        assert undone is not None
        assert undone.label == "first"


def test_in_memory_it_works_the_same() -> None:
    tracker = Tracker.open(None, clock=still)
    tracker.change({"a": {"tags": {"x": True}}}, "tagged")
    tracker.change({"a": {"tags": {"x": False, "y": True}}}, "tagged")
    tracker.undo()
    assert tracker.state(["a"]).tags == ("x",)
    tracker.undo()
    assert tracker.state(["a"]).tags == ()
    tracker.redo()
    tracker.redo()
    assert tracker.state(["a"]).tags == ("y",)
    assert tracker.redo() is None


actions = st.lists(st.sampled_from(["change", "undo", "redo", "restart"]), max_size=25)


@given(actions)
def test_undo_and_redo_follow_a_plain_stack(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    """A model of two lists says what the note must be after any sequence, with restarts."""
    directory = tmp_path_factory.mktemp("library")
    tracker = Tracker.open(directory, clock=still)
    done, undone = [""], list[str]()
    for number, word in enumerate(words):
        if word == "change":
            tracker.change({"a": {"note": str(number)}}, word)
            done, undone = [*done, str(number)], []
        elif word == "undo":
            assert (tracker.undo() is None) == (len(done) == 1)
            undone += [done.pop()] if len(done) > 1 else []
        elif word == "redo":
            assert (tracker.redo() is None) == (not undone)
            done += [undone.pop()] if undone else []
        else:
            tracker.close()
            tracker = Tracker.open(directory, clock=still)
        assert tracker.state(["a"]).note == done[-1]
    tracker.close()
