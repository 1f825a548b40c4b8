"""What the reader has made of one paper, folded from the tracker's rows."""

from typing import NamedTuple

from tui_reader.papers.status import Status

# Status, progress, queued_at, started_at, finished_at.
Before = tuple[Status, int, int | None, int | None, int | None]


class ReadingState(NamedTuple):
    """Times are UTC milliseconds or None; progress is 0-100 per cent.

    `before_read` is what a read paper was before, for the key that takes it back.
    """

    status: Status = Status.UNREAD
    progress: int = 0
    tags: tuple[str, ...] = ()
    note: str = ""
    starred: bool = False
    queued_at: int | None = None
    started_at: int | None = None
    finished_at: int | None = None
    before_read: Before | None = None


UNTOUCHED = ReadingState()
