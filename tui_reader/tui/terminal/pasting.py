"""Pasted text is text, whatever is in it.

Textual 8.2 takes an escape sequence inside a bracketed paste for keys, so that what
was pasted could press them. Its parser cannot be told otherwise, and its driver makes
the parser itself: hence the one replacement below.
"""

from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.message import Message

START = "\x1b[200~"
END = "\x1b[201~"
SHOWN_ESCAPE = "␛"


class PasteGuard:
    """Replaces escapes within pastes; the marks of a paste may be cut by the reads."""

    def __init__(self) -> None:
        self._pasting = False
        self._before = ""
        self._held = ""

    def passed(self, data: str) -> str:
        """What may go on of this read."""
        out: list[str] = []
        text, self._held = self._held + data, ""
        while text:
            text = self._in_paste(text, out) if self._pasting else self._outside(text, out)
        return "".join(out)

    def _outside(self, text: str, out: list[str]) -> str:
        """Pass on all up to a paste; returns what is left. Nothing is held back here."""
        seen = self._before + text
        at = seen.find(START)
        self._pasting = at >= 0
        cut = at + len(START) - len(self._before) if self._pasting else len(text)
        self._before = "" if self._pasting else seen[-len(START) + 1 :]
        out.append(text[:cut])
        return text[cut:]

    def _in_paste(self, text: str, out: list[str]) -> str:
        pasted, end, rest = text.partition(END)
        if end:
            self._pasting = False
        else:
            cut = next((i for i in range(len(END) - 1, 0, -1) if pasted.endswith(END[:i])), 0)
            pasted, self._held = pasted[: len(pasted) - cut], pasted[len(pasted) - cut :]
        out.append(pasted.replace("\x1b", SHOWN_ESCAPE) + end)
        return rest


class GuardedParser(XTermParser):
    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._guard = PasteGuard()

    def feed(self, data: str) -> Iterable[Message]:
        """No data ends the parser; data that is held back whole does not."""
        if not data:
            return super().feed(data)
        passed = self._guard.passed(data)
        return super().feed(passed) if passed else ()


def guard_pastes() -> None:
    """Make the drivers started from now on use the guarded parser."""
    linux_driver.XTermParser = GuardedParser  # type: ignore[attr-defined]  # see the head of this file
