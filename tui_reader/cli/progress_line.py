"""How far an import is, on stderr, past half a second."""

import sys
import time
from types import TracebackType
from typing import Self

_AFTER = 0.5
_EVERY = 0.1


class ProgressLine:
    """Called with what is done and what there is; draws nothing where stderr is no terminal."""

    def __init__(self) -> None:
        self._next = time.monotonic() + _AFTER
        self._shown = 0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now < self._next or not sys.stderr.isatty():
            return
        self._next = now + _EVERY
        text = f"reading… {100 * done // total}%" if total else "reading…"
        self._draw(text)

    def _draw(self, text: str) -> None:
        sys.stderr.write("\r" + text.ljust(self._shown))
        sys.stderr.flush()
        self._shown = len(text)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            self._draw("")
            sys.stderr.write("\r")
