"""How far an import is, on stderr, past half a second."""

import sys
import threading
from types import TracebackType
from typing import Self, TextIO

_AFTER = 0.5
_EVERY = 0.1


class ProgressLine:
    """Called with what is read and what there is; draws nothing where `stream` is no terminal.

    A thread draws, so that steps which report nothing are seen to go on too.
    """

    def __init__(
        self, stream: TextIO | None = None, *, text: str = "reading…", after: float = _AFTER
    ) -> None:
        self._stream = stream or sys.stderr
        self._after = after
        self._text = text
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __call__(self, done: int, total: int) -> None:
        self._text = f"reading… {100 * done // total}%" if done < total else "merging…"

    def _run(self) -> None:
        if self._over.wait(self._after):
            return
        drawn = 0
        while not self._over.wait(_EVERY):
            drawn = self._draw(self._text, drawn)
        self._draw("", drawn)
        self._draw("", 0)

    def _draw(self, text: str, over: int) -> int:
        """Draw the text over one of that length; its own length."""
        self._stream.write("\r" + text.ljust(over))
        self._stream.flush()
        return len(text)

    def __enter__(self) -> Self:
        if self._stream.isatty():
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()
