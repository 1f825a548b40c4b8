import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.papers import UNTOUCHED, ReadingState, Status
from tui_reader.papers.effects import (
    raised_progress,
    with_progress,
    with_read_toggled,
    with_status,
)

READING = ReadingState(status=Status.READING, progress=40, started_at=5)
READ = with_status(READING, Status.READ, 9)

states = st.builds(
    ReadingState,
    status=st.sampled_from(Status),
    progress=st.integers(0, 100),
    queued_at=st.none() | st.integers(1, 99),
    started_at=st.none() | st.integers(1, 99),
    finished_at=st.none() | st.integers(1, 99),
    tags=st.just(("kept",)),
    note=st.just("kept"),
    before_read=st.none(),
)


def test_unread_clears_progress_and_dates() -> None:
    assert with_status(READ, Status.UNREAD, 10) == UNTOUCHED


def test_queued_keeps_progress_and_is_dated() -> None:
    queued = with_status(READING, Status.QUEUED, 7)
    assert (queued.queued_at, queued.progress, queued.started_at) == (7, 40, 5)


def test_reading_is_dated_only_the_first_time() -> None:
    assert with_status(UNTOUCHED, Status.READING, 7).started_at == 7
    again = with_status(with_status(READING, Status.QUEUED, 7), Status.READING, 8)
    assert again.started_at == 5


def test_read_is_whole_and_dated() -> None:
    assert (READ.progress, READ.finished_at, READ.started_at) == (100, 9, 5)


@pytest.mark.parametrize("status", [Status.SKIMMED, Status.DROPPED])
def test_skimmed_and_dropped_keep_progress_and_are_dated(status: Status) -> None:
    done = with_status(READING, status, 9)
    assert (done.status, done.progress, done.finished_at) == (status, 40, 9)


def test_the_same_status_again_changes_nothing() -> None:
    assert with_status(READ, Status.READ, 99) is READ


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.READ])
def test_raising_progress_makes_any_paper_reading(status: Status) -> None:
    raised = raised_progress(ReadingState(status=status, progress=20), 10, 9)
    assert (raised.status, raised.progress) == (Status.READING, 30)


def test_progress_of_a_hundred_is_read() -> None:
    assert raised_progress(READING, 500, 9) == READ
    assert with_progress(READING._replace(progress=100), 100, 9).status is Status.READ


def test_lowering_a_read_paper_makes_it_reading() -> None:
    lowered = raised_progress(READ, -10, 11)
    assert (lowered.status, lowered.progress) == (Status.READING, 90)


@pytest.mark.parametrize("status", [Status.SKIMMED, Status.DROPPED, Status.QUEUED])
def test_lowering_any_other_keeps_its_status(status: Status) -> None:
    lowered = raised_progress(ReadingState(status=status, progress=20), -30, 9)
    assert (lowered.status, lowered.progress) == (status, 0)


@given(states)
def test_read_toggles_back_to_exactly_what_it_was(state: ReadingState) -> None:
    if state.status is not Status.READ:
        [read] = with_read_toggled([state], 200)
        assert (read.status, read.progress, read.finished_at) == (Status.READ, 100, 200)
        assert with_read_toggled([read], 300) == [state]


def test_a_mixed_selection_becomes_read() -> None:
    toggled = with_read_toggled([READ, READING, UNTOUCHED], 20)
    assert [state.status for state in toggled] == [Status.READ] * 3
    assert toggled[0] is READ


def test_read_from_the_start_toggles_to_unread() -> None:
    [state] = with_read_toggled([ReadingState(status=Status.READ, progress=100)], 20)
    assert state == UNTOUCHED


@given(states, st.sampled_from(Status), st.integers(-10, 110))
def test_progress_stays_a_percentage_and_the_rest_is_kept(
    state: ReadingState, status: Status, percent: int
) -> None:
    changed = with_progress(with_status(state, status, 200), percent, 300)
    assert 0 <= changed.progress <= 100
    assert (changed.tags, changed.note) == (("kept",), "kept")
