from hypothesis import given
from hypothesis import strategies as st

from tests.papers.test_effects import states
from tui_reader.library.tracker.cells import Row, empty_tables
from tui_reader.library.tracker.folding import changes_between, fold
from tui_reader.library.tracker.steps import Step, apply, edits_of
from tui_reader.papers import UNTOUCHED, ReadingState, Status
from tui_reader.papers.effects import with_read_toggled, with_status


def test_no_rows_are_an_untouched_paper() -> None:
    assert fold([]) is UNTOUCHED
    assert fold([("a", {})]) == UNTOUCHED


def test_the_later_field_wins_whatever_the_order_of_rows() -> None:
    a: Row = {"status": ["read", 5, "o"], "starred": [True, 9, "o"], "tags": {"x": [True, 5, "o"]}}
    b: Row = {"status": ["dropped", 7, "o"], "tags": {"x": [False, 6, "o"], "y": [True, 1, "o"]}}
    for rows in ([("a", a), ("b", b)], [("b", b), ("a", a)]):
        state = fold(rows)
        assert (state.status, state.starred, state.tags) == (Status.DROPPED, True, ("y",))


def test_ties_go_by_origin() -> None:
    rows = [("a", {"starred": [True, 5, "p"]}), ("b", {"starred": [False, 5, "o"]})]
    assert fold(rows).starred
    assert fold(rows[::-1]).starred


def test_a_value_taken_away_lets_the_other_row_speak() -> None:
    rows: list[tuple[str, Row]] = [
        ("a", {"status": [None, 9, "o"]}),
        ("b", {"status": ["read", 5, "o"]}),
    ]
    assert fold(rows).status is Status.READ


def test_notes_are_joined_latest_first_and_equal_ones_once() -> None:
    notes = [("a", "one", 5), ("b", "two", 9), ("c", "one", 2), ("d", "", 11)]
    state = fold([(key, {"note": [text, time, "o"]}) for key, text, time in notes])
    assert state.note == "two\n\n--- also written, 1970-01-01 00:00 UTC ---\none"


def test_a_status_from_elsewhere_keeps_the_state_consistent() -> None:
    read: Row = {"status": ["read", 5, "o"], "progress": [40, 9, "p"]}
    assert fold([("a", read)]).progress == 100
    unread: Row = {
        "status": ["unread", 9, "o"],
        "progress": [40, 5, "p"],
        "finished_at": [3, 5, "p"],
    }
    assert fold([("a", unread)]) == UNTOUCHED


def consistent(state: ReadingState) -> ReadingState:
    """As effects leave it."""
    other = Status.QUEUED if state.status is not Status.QUEUED else Status.SKIMMED
    return with_status(with_status(state, other, 3), state.status, 4)


@given(states, states, st.booleans())
def test_changes_lead_from_one_state_to_the_other(
    before: ReadingState, after: ReadingState, toggled: bool
) -> None:
    before, after = consistent(before), consistent(after)
    if toggled:
        [after] = with_read_toggled([after], 7)
    tables = empty_tables("o")
    for time, (old, new) in enumerate([(UNTOUCHED, before), (before, after)], 5):
        edits = edits_of("a", changes_between(old, new), tables["papers"])
        apply(tables, Step("", time, tuple(edits)), "o")
        assert fold([("a", tables["papers"].get("a", {}))]) == new
