"""How far a paper is read, as a bar and in words."""

from tui_reader.papers import ReadingState, Status
from tui_reader.tui.drawing.lines import Line, Piece
from tui_reader.tui.drawing.marks import Marks

_PARTLY_READ = frozenset({Status.READING, Status.SKIMMED, Status.DROPPED})
MUTED = frozenset({Status.SKIMMED, Status.READ, Status.DROPPED})


def has_bar(state: ReadingState) -> bool:
    return state.status in _PARTLY_READ and state.progress > 0


def bar(state: ReadingState, width: int, marks: Marks) -> Line:
    """The done part is never empty nor full before it is."""
    done = width * state.progress // 100
    done = min(max(done, 1), width) if state.progress < 100 else width
    return (
        Piece(marks.bar_done * done, state.status.value),
        Piece(marks.bar_left * (width - done), "rule"),
    )


def status_in_row(state: ReadingState) -> str:
    """The word behind the mark in a row: the percentage of a paper being read."""
    if state.status is Status.READING and state.progress:
        return f"{state.progress}%"
    return state.status.value
