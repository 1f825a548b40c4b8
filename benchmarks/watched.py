"""The reader under a terminal, watched by what stands on its screen while keys go on."""

import statistics
import time
from collections.abc import Callable, Sequence
from itertools import cycle
from typing import NamedTuple

from pyte import ByteStream, Screen

from benchmarks.terminal import COLUMNS, ROWS, SWITCHES, Terminal

DOWN, UP = b"\x1b[B", b"\x1b[A"
# Not simply to and fro: a cursor that stands still would be seen. And never past an end of the
# list, the samples' too, where a key moves nothing and draws no frame to be timed.
MOVES = (*(DOWN, DOWN, UP) * 20, *(UP, DOWN, UP) * 20)
BETWEEN_KEYS = 0.03
PATIENCE = 120.0
STATUS = -2


class Answered(NamedTuple):
    """Milliseconds until something was on the screen, and those of each key pressed meanwhile."""

    took: float
    keys: list[float]


class Watched(Terminal):
    def __init__(self, command: Sequence[str]) -> None:
        self._unseen: list[bytes] = []
        self._screen = Screen(COLUMNS, ROWS)
        self._stream = ByteStream(self._screen)
        super().__init__(command)

    def _read(self, timeout: float) -> bytes | None:
        chunk = super()._read(timeout)
        if chunk:
            self._unseen.append(chunk)
        return chunk

    @property
    def lines(self) -> list[str]:
        data = SWITCHES.sub(b"", b"".join(self._unseen))
        self._unseen.clear()
        self._stream.feed(data)
        return [line.rstrip() for line in self._screen.display]

    @property
    def status(self) -> str:
        return self.lines[STATUS].strip()

    def ready(self) -> None:
        """Everything is loaded, and what is drawn for the first time has been drawn."""
        self.wait_for(" read · ")
        self.idle()
        for key in (DOWN, UP):
            self.press(key)

    def moves_until(self, there: Callable[[], bool], since: float | None = None) -> Answered:
        """Move the cursor until it is there; raises TimeoutError."""
        began, keys, moves = since or time.perf_counter(), list[float](), cycle(MOVES)
        while time.perf_counter() - began < PATIENCE:
            keys.append(self.frame(next(moves), BETWEEN_KEYS))
            if there():
                return Answered((self._last - began) * 1000, keys)
        raise TimeoutError("\n".join(self.lines))

    def answered(self, key: bytes, there: Callable[[], bool]) -> Answered:
        """Press a key and move the cursor until there is what it leads to."""
        began = time.perf_counter()
        self.send(key)
        return self.moves_until(there, began)


def p95(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def middle(answers: Sequence[Answered]) -> float:
    return statistics.median(answer.took for answer in answers)


def keys_p95(answers: Sequence[Answered]) -> float:
    return p95([time for answer in answers for time in answer.keys])
