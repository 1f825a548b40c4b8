"""Changes one after the other, in the order of their keys."""

import threading
from collections import deque
from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")

Job = Callable[[], Callable[[], None]]
"""Does the work and returns what to do with its result on the screen's thread."""


class Lane:
    """Quick changes are made at once, others off the screen's thread; all wait for those before.

    Whoever has threads sets `start`, which must call `first` in one and `finish` on the
    screen's thread with what that returned, until nothing waits.
    """

    def __init__(self) -> None:
        self._waiting: deque[Job] = deque()
        # Set while nothing waits, for whoever is to wait for that in a thread.
        self.idle = threading.Event()
        self.idle.set()
        self.start: Callable[[], object] | None = None

    def do(self, work: Callable[[], Made], done: Callable[[Made], None], *, quick: bool) -> None:
        if (quick and not self._waiting) or self.start is None:
            done(work())
            return

        def job() -> Callable[[], None]:
            made = work()
            return lambda: done(made)

        self.idle.clear()
        self._waiting.append(job)
        if len(self._waiting) == 1:
            self.start()

    def first(self) -> Callable[[], None]:
        """Do the work of the change that waits longest."""
        return self._waiting[0]()

    def finish(self, done: Callable[[], None]) -> bool:
        """Show what the first one did; whether others wait."""
        self._waiting.popleft()
        done()
        if not self._waiting:
            self.idle.set()
        return bool(self._waiting)
