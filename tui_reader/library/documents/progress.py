"""How far an import is, as both front ends show it, and how it is stopped."""

import time
from collections.abc import Callable
from typing import NamedTuple

READING, MERGING, INDEXING = "reading", "merging", "indexing"
# What reading a byte costs of what it costs to read it and make papers of it.
_READING_COSTS = 0.3
_MEGABYTE = 1_000_000
# From so little on nothing can be told of the rest.
_TELLING = 0.01


class Progress(NamedTuple):
    """`share` (0 to 1) is of the whole import, `size` the bytes of documents read so far."""

    doing: str
    share: float
    size: int = 0


Tell = Callable[[Progress], None]
"""Called often; may raise Stopped."""


class Stopped(Exception):
    """Raised by whoever is told, to end long work between two of its steps."""


def unheard(progress: Progress) -> None:
    """An import that nobody watches."""


class Gauge:
    """The share of the whole from what is done of its parts.

    Reading takes `new` bytes, after which papers are made of these and the `old` ones.
    """

    def __init__(self, tell: Tell, new: int, old: int = 0) -> None:
        self._tell = tell
        self._new = new
        whole = new * _READING_COSTS + (new + old) * (1 - _READING_COSTS)
        self._reading = new * _READING_COSTS / whole if whole else 0.0
        self._before = 0

    def read(self, done: int, size: int) -> None:
        """Of the document that is being read, of `size` bytes."""
        sofar = self._before + done
        if done >= size:
            self._before = sofar
        share = min(sofar / max(self._new, 1), 1) * self._reading
        self._tell(Progress(READING, share, sofar))

    def made(self, share: float) -> None:
        self._tell(Progress(MERGING, self._reading + share * (1 - self._reading), self._before))


class Pace:
    """Rate and time left, in words."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = clock()

    def words(self, progress: Progress) -> str:
        """`reading 45% · 12 MB/s · 6 s left`."""
        spent = self._clock() - self._began
        parts = [f"{progress.doing} {int(100 * progress.share)}%"]
        if spent > 0 and progress.share >= _TELLING:
            if progress.doing == READING:
                parts.append(f"{progress.size / spent / _MEGABYTE:.1f} MB/s")
            parts.append(_left(spent * (1 - progress.share) / progress.share))
        return " · ".join(parts)


def _left(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s left" if minutes else f"{rest} s left"
