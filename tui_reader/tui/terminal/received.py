"""What the terminal sends: whatever it is, it presses no key that was not pressed and ends nothing.

Textual 8.2 stops at bytes that are no UTF-8 and at keys that no keyboard has, and believes any
size it is told. Its driver makes decoder and parser itself: hence the two replacements below.
"""

import codecs
from collections.abc import Iterable

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.keys import Keys
from textual.message import Message

from tui_reader.tui.terminal.pasting import PasteGuard

# Columns or rows; no screen has more.
LARGEST = 5000


class LenientDecoder(codecs.getincrementaldecoder("utf-8")):  # type: ignore[misc]  # known at run time only
    """Marks what is no UTF-8, as a terminal or a paste in another encoding sends it."""

    def __init__(self) -> None:
        super().__init__("replace")


class GuardedParser(XTermParser):
    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._guard = PasteGuard()

    def feed(self, data: str) -> Iterable[Message]:
        """No data ends the parser; data that is held back whole does not."""
        passed = self._guard.passed(data) if data else data
        if data and not passed:
            return ()
        return filter(_is_possible, super().feed(passed))

    def _parse_extended_key(  # type: ignore[override]  # Textual's has a cache around it
        self, sequence: str
    ) -> list[events.Key] | None:
        try:
            return super()._parse_extended_key(sequence)
        except (ValueError, OverflowError):
            return [events.Key(Keys.Ignore, sequence)]


def _is_possible(message: Message) -> bool:
    return not isinstance(message, events.Resize) or 0 < max(message.size) <= LARGEST


def guard_input() -> None:
    """Make the drivers started from now on read so."""
    linux_driver.XTermParser = GuardedParser  # type: ignore[attr-defined]  # see the head of this file
    linux_driver.getincrementaldecoder = lambda _: LenientDecoder  # type: ignore[assignment,attr-defined]  # as above
