"""The terminal as something to write to, whatever state it is in.

Textual 8.2 writes to the stream itself: a terminal that others set to not block, or that is
gone, ends the thread that writes, and the program waits for it for ever.
"""

import os
import select
from typing import TextIO

# Seconds between two looks whether it is still worth waiting for the terminal.
LOOK_EVERY = 0.1
# Characters; fewer wait for those that follow at once.
LEAST_AT_ONCE = 1024


class TerminalFile:
    """What is written to a terminal that is gone, or was given up, goes nowhere."""

    def __init__(self, stream: TextIO) -> None:
        self._descriptor = stream.fileno()
        self._encoding, self._errors = stream.encoding, stream.errors or "strict"
        self._waiting: list[str] = []
        self._gone = False

    def fileno(self) -> int:
        return self._descriptor

    def give_up(self) -> None:
        """Nobody reads at the other end: wait for it no longer."""
        self._gone = True

    def write(self, text: str) -> None:
        self._waiting.append(text)
        if len(text) >= LEAST_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        data = "".join(self._waiting).encode(self._encoding, self._errors)
        self._waiting.clear()
        while data and not self._gone:
            data = data[self._taken(data) :]

    def _taken(self, data: bytes) -> int:
        """How much of it the terminal took, which may be nothing yet."""
        try:
            return os.write(self._descriptor, data)
        except BlockingIOError:
            select.select([], [self._descriptor], [], LOOK_EVERY)
        except OSError:
            self._gone = True
        return 0
