"""How far an import is, on stderr, past half a second; ctrl+c stops it between two steps."""

import signal
import sys
import threading
from types import FrameType, TracebackType
from typing import Self, TextIO

from tui_reader.library.documents.progress import Pace, Progress, Stopped

_AFTER = 0.5
_EVERY = 0.1


class ProgressLine:
    """Told how far it is; draws nothing where `stream` is no terminal.

    A thread draws, so that steps which report nothing are seen to go on too. The first ctrl+c
    makes the next report raise Stopped, so that nothing is left half done; a second one ends
    the program as ever.
    """

    def __init__(
        self, stream: TextIO | None = None, *, text: str = "reading…", after: float = _AFTER
    ) -> None:
        self._stream = stream or sys.stderr
        self._after = after
        self._text = text
        self._pace = Pace()
        self._stopped = False
        self._heeded = False
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __call__(self, progress: Progress) -> None:
        if self._stopped:
            raise Stopped
        self._text = self._pace.words(progress)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._stopped = True
        self._text = "stopping…"
        signal.signal(number, signal.default_int_handler)

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
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._stop)
            self._heeded = True
        if self._stream.isatty():
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._heeded:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()
