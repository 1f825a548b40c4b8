"""Two states edited apart become the same, in whichever order they are folded."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.tracking import MOMENT, opened, still
from tui_reader.library.errors import Damaged, LibraryError, NewerVersion
from tui_reader.library.tracker import notes
from tui_reader.library.tracker.cells import DATA_TABLES, Tables, empty_tables
from tui_reader.library.tracker.folding import fold
from tui_reader.library.tracker.memory import with_steps
from tui_reader.library.tracker.merge_state import merge_state, merged
from tui_reader.library.tracker.schema import check
from tui_reader.library.tracker.steps import Edit, Step, edits_of
from tui_reader.library.tracker.tracker import Tracker
from tui_reader.papers import Decisions, Status

KEYS = st.sampled_from("ab")
changes = st.one_of(
    st.fixed_dictionaries({"status": st.sampled_from(Status), "progress": st.integers(0, 100)}),
    st.fixed_dictionaries({"note": st.sampled_from(["", "x", "xy", "z", None])}),
    st.fixed_dictionaries({"tags": st.dictionaries(st.sampled_from("pq"), st.booleans())}),
    st.fixed_dictionaries({"starred": st.booleans()}),
)
# Who does something: a change, or folding in another's state as it is then.
events = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.one_of(st.tuples(KEYS, changes), st.integers(0, 2), st.text("cd", max_size=1)),
        st.integers(0, 3),
    ),
    max_size=25,
)


def after(happened: list[Any]) -> list[Tables]:
    """The states of three machines, with clocks that disagree and may stand still."""
    machines = [empty_tables(f"m{n}") for n in range(3)]
    clocks = [5, 5, 3]
    for who, what, passed in happened:
        clocks[who] += passed
        if isinstance(what, int):
            machines[who] = merged(machines[who], machines[what])
            continue
        papers = machines[who]["papers"]
        if isinstance(what, str):
            edits = [Edit("6", "query", what), Edit("a b", "decision", "same" if what else None)]
        else:
            edits = list(edits_of(what[0], what[1], papers))
        machines[who], _ = with_steps(machines[who], [Step("", clocks[who], tuple(edits))])
    return machines


def content(tables: Tables) -> dict[str, Any]:
    return {name: tables[name] for name in DATA_TABLES}


@settings(max_examples=300)
@given(events)
def test_any_order_of_folding_gives_the_same(happened: list[Any]) -> None:
    a, b, c = after(happened)
    first = content(check(merged(merged(a, b), c)))
    assert content(merged(merged(c, b), a)) == first
    assert content(merged(a, merged(c, b))) == first
    assert content(merged(merged(b, a), merged(c, a))) == first


@settings(max_examples=100)
@given(events)
def test_folding_again_changes_nothing(happened: list[Any]) -> None:
    a, b, _ = after(happened)
    assert content(merged(a, a)) == content(a)
    once = merged(a, b)
    assert content(merged(once, b)) == content(once)
    assert content(merged(once, a)) == content(once)


@settings(max_examples=200)
@given(events)
def test_no_note_is_lost_that_nobody_replaced(happened: list[Any]) -> None:
    a, b, _ = after(happened)
    together = merged(a, b)
    for key in "ab":
        mine, theirs = (tables["papers"].get(key, {}) for tables in (a, b))
        shown = fold([(key, together["papers"].get(key, {}))]).note
        for row, other in ((mine, theirs), (theirs, mine)):
            for cell in notes.versions(row):
                known_there = notes.covers(notes.seen(other), cell)
                replaced = known_there and cell not in notes.versions(other)
                assert replaced or (cell[0] or "") in shown


def two(tmp_path: Path) -> tuple[Path, Path]:
    here, there = tmp_path / "here", tmp_path / "there"
    with opened(here) as tracker:
        tracker.change({"a": {"note": "here", "tags": {"x": True}}}, "here")
        tracker.decide([frozenset({"a", "b"})], [], "same")
    with opened(there, lambda: MOMENT + 100) as tracker:
        tracker.change({"a": {"note": "there", "tags": {"y": True}}, "c": {"starred": True}}, "")
        tracker.change({"a": {"status": Status.READ}}, "read there")
        tracker.undo()
        tracker.change({"a": {"status": Status.SKIMMED}}, "skimmed there")
    return here, there


def test_two_libraries_meet(tmp_path: Path) -> None:
    here, there = two(tmp_path)
    report = merge_state(here, there / "reading.json", still)
    assert report.keys == {"a", "c"}
    assert report.both_notes == {"a"}
    merge_state(there, here / "reading.json", still)
    for directory in (here, there):
        with opened(directory) as tracker:
            state = tracker.state(["a"])
            assert state.status is Status.SKIMMED
            assert state.tags == ("x", "y")
            assert state.note.startswith("there\n\n--- also written, ")
            assert state.note.endswith("\nhere")
            assert tracker.state(["c"]).starred
            assert tracker.decisions() == Decisions(frozenset({frozenset({"a", "b"})}))


def test_notes_undone_in_both_leave_a_state_that_can_be_read(tmp_path: Path) -> None:
    for name in ("here", "there"):
        with opened(tmp_path / name) as tracker:
            tracker.change({"a": {"note": name}}, "noted")
            tracker.undo()
    merge_state(tmp_path / "here", tmp_path / "there" / "reading.json", still)
    with opened(tmp_path / "here") as tracker:
        assert tracker.state(["a"]).note == ""


def test_histories_are_joined_once_and_their_steps_are_not_undone(tmp_path: Path) -> None:
    here, there = two(tmp_path)
    merge_state(here, there / "reading.json", still)
    with opened(here) as tracker:
        entries = list(tracker.history())
        assert [entry.seq for entry in entries] == list(range(len(entries), 0, -1))
        assert {entry.label for entry in entries} >= {"here", "same", "read there"}
        undoing = next(entry for entry in entries if entry.undoes)
        assert [e.label for e in entries if e.step == undoing.undoes] == ["read there"]
    again = merge_state(here, there / "reading.json", still)
    assert (again.keys, again.history) == (frozenset(), 0)
    with opened(here) as tracker:
        undone = tracker.undo()
        assert undone is not None
        assert undone.label == "same"


def test_a_lone_file_without_history_is_told_in_ours(tmp_path: Path) -> None:
    here, there = two(tmp_path)
    conflict = here / "reading.sync-conflict-20261120-120000-ABC.json"
    conflict.write_bytes((there / "reading.json").read_bytes())
    lines = len((here / "history" / "2026.jsonl").read_text().splitlines())
    report = merge_state(here, conflict, still)
    assert report.history > 0
    assert len((here / "history" / "2026.jsonl").read_text().splitlines()) > lines
    assert [path.name for path in (here / "backups").iterdir() if "-merge.json" in path.name]


def test_folding_in_shows_in_an_open_reader(tmp_path: Path) -> None:
    here, there = two(tmp_path)
    with opened(here) as tracker:
        merge_state(here, there / "reading.json", still)
        assert tracker.poll() == {"a", "c"}
        assert tracker.both_notes() == {"a"}
        assert tracker.both_notes() == frozenset()
        tracker.change({"a": {"note": "settled"}}, "noted")
        assert tracker.state(["a"]).note == "settled"


def test_into_an_empty_library(tmp_path: Path) -> None:
    _, there = two(tmp_path)
    merge_state(tmp_path / "new", there / "reading.json", still)
    with opened(tmp_path / "new") as tracker, opened(there) as other:
        assert tracker.state(["a"]) == other.state(["a"])
        assert tracker.undo() is None


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (lambda data: data[:50], Damaged),
        (lambda data: data.replace(b'"schema":1', b'"schema":7'), NewerVersion),
        (None, LibraryError),
    ],
)
def test_a_file_that_cannot_be_folded_in_changes_nothing(
    tmp_path: Path, spoil: Callable[[bytes], bytes] | None, error: type[LibraryError]
) -> None:
    here, there = two(tmp_path)
    before = (here / "reading.json").read_bytes()
    file = tmp_path / "other.json"
    if spoil:
        file.write_bytes(spoil((there / "reading.json").read_bytes()))
    with pytest.raises(error, match=r"other\.json"):
        merge_state(here, file, still)
    assert (here / "reading.json").read_bytes() == before
    assert Tracker.open(here).state(["a"]).note == "here"
