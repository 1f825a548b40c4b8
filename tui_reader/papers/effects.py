"""What a change of status or progress brings with it."""

from collections.abc import Sequence

from tui_reader.papers.state import Before, ReadingState
from tui_reader.papers.status import Status

DONE = 100


def with_status(state: ReadingState, status: Status, now: int) -> ReadingState:
    """The state after marking; `now` is UTC milliseconds. The same status again changes nothing."""
    if status is state.status:
        return state
    before = _what_it_is(state) if status is Status.READ else None
    state = state._replace(status=status, before_read=before)
    match status:
        case Status.UNREAD:
            return state._replace(progress=0, queued_at=None, started_at=None, finished_at=None)
        case Status.QUEUED:
            return state._replace(queued_at=now)
        case Status.READING:
            return state._replace(started_at=state.started_at or now)
        case Status.READ:
            return state._replace(progress=DONE, finished_at=now)
        case Status.SKIMMED | Status.DROPPED:
            return state._replace(finished_at=now)


def with_progress(state: ReadingState, percent: int, now: int) -> ReadingState:
    """Raising makes any paper reading, 100 read; lowering a read one makes it reading."""
    percent = min(max(percent, 0), DONE)
    if percent == DONE:
        return with_status(state, Status.READ, now)
    if percent == state.progress:
        return state
    if percent > state.progress or state.status is Status.READ:
        state = with_status(state, Status.READING, now)
    return state._replace(progress=percent)


def raised_progress(state: ReadingState, delta: int, now: int) -> ReadingState:
    return with_progress(state, state.progress + delta, now)


def with_read_toggled(states: Sequence[ReadingState], now: int) -> list[ReadingState]:
    """All read: each back to what it was before. Else: all read."""
    if all(state.status is Status.READ for state in states):
        return [_as_before(state, now) for state in states]
    return [with_status(state, Status.READ, now) for state in states]


def _what_it_is(state: ReadingState) -> Before:
    return state.status, state.progress, state.queued_at, state.started_at, state.finished_at


def _as_before(state: ReadingState, now: int) -> ReadingState:
    if state.before_read is None:
        return with_status(state, Status.UNREAD, now)
    status, progress, queued_at, started_at, finished_at = state.before_read
    return state._replace(
        status=status,
        progress=progress,
        queued_at=queued_at,
        started_at=started_at,
        finished_at=finished_at,
        before_read=None,
    )
