"""Libraries to test on: in memory or below a temporary folder, with a clock that ticks."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from tui_reader.library import Library

START = 1_700_000_000_000


class TickingClock:
    """Each reading is one second later than the one before."""

    def __init__(self) -> None:
        self._ticks = count(START, 1000)

    def __call__(self) -> int:
        return next(self._ticks)


@pytest.fixture
def clock() -> TickingClock:
    return TickingClock()


@pytest.fixture
def open_library(tmp_path: Path, clock: TickingClock) -> Iterator[Callable[..., Library]]:
    """Open the library below `tmp_path` (again); all are closed at the end."""
    opened: list[Library] = []

    def open_(samples: bool = True) -> Library:
        library = Library.open(tmp_path / "library", samples=samples, clock=clock)
        opened.append(library)
        return library

    yield open_
    for library in opened:
        library.close()
