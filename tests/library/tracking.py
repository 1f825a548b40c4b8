"""What the tracker's tests share: a clock that stands still and shorthands."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tui_reader.library.tracker.tracker import Tracker

MOMENT = 1_795_000_000_000


def still() -> int:
    """A clock that stands still, so that only the tracker itself makes time go on."""
    return MOMENT


@contextmanager
def opened(directory: Path | None, clock: Callable[[], int] = still) -> Iterator[Tracker]:
    """A tracker that is saved and closed at the end."""
    tracker = Tracker.open(directory, clock=clock)
    try:
        yield tracker
        tracker.flush()
    finally:
        tracker.close()
