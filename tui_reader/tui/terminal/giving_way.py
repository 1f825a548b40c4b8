"""Long work of other threads gives way while a key is answered.

Python lets one thread run at a time: beside work that goes on, an answer takes twice as long.
"""

import threading

# Seconds that work waits at most for an answer; some keys have none.
LONGEST = 0.05


class GivingWay:
    def __init__(self) -> None:
        self._answered = threading.Event()
        self._answered.set()

    def asked(self) -> None:
        """Something came from the terminal."""
        self._answered.clear()

    def answered(self) -> None:
        """A frame goes to it."""
        self._answered.set()

    def wait(self) -> None:
        """Called by the work often: every few milliseconds."""
        if not self._answered.wait(LONGEST):
            self._answered.set()
