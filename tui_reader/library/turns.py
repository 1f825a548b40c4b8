"""Making papers in turn: what one process makes, those that waited for it find ready."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from tui_reader.library.errors import CannotSave, Locked
from tui_reader.library.files.locks import locked
from tui_reader.papers.progress import Told, nobody

# Another process may have been suspended in its turn: no one waits for it longer than this.
LONGEST = 60
SLICE = 1.0


class Turns:
    """A file that is locked while papers are made, none where `path` is None.

    Two processes that make the same papers at once take twice as long and do no harm.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path

    @contextlib.contextmanager
    def taken(self, told: Told = nobody) -> Iterator[None]:
        """Wait for one's turn; `told` is called meanwhile and may raise to end it."""
        with contextlib.ExitStack() as turn:
            if self._path is not None:
                self._wait(turn, self._path, told)
            yield

    def _wait(self, turn: contextlib.ExitStack, path: Path, told: Told) -> None:
        for _ in range(LONGEST):
            try:
                turn.enter_context(locked(path, timeout=SLICE))
            except Locked:
                told(0)
            except CannotSave:
                return
            else:
                return
