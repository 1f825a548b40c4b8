"""What the terminal sends: whatever it is, it presses no key that was not pressed and ends nothing.

Textual 8.2 stops at keys that no keyboard has, and believes any size it is told; its driver stops
at bytes that are no UTF-8 (see `ReaderDriver`).
"""

from collections.abc import Iterable

from textual import events
from textual._xterm_parser import XTermParser
from textual.keys import Keys
from textual.message import Message

from tui_reader.tui.terminal.pasting import PasteGuard
from tui_reader.tui.terminal.sizes import is_possible

ESCAPE = "\x1b"


class GuardedParser(XTermParser):
    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._guard = PasteGuard()
        self._last = ""

    @property
    def may_be_escape(self) -> bool:
        """Whether all that was begun is an escape, which may stand alone."""
        return self._last == ESCAPE and self._timeout_time is not None

    def feed(self, data: str) -> Iterable[Message]:
        """Nothing, as of half a character, ends Textual's parser: it is not fed any."""
        if not (passed := self._guard.passed(data)):
            return ()
        self._last = passed[-1:]
        return filter(_is_possible, super().feed(passed))

    def parse_mouse_code(self, code: str) -> Message | None:
        """A terminal that does not know its size in pixels says 0, and Textual divides by it."""
        sizes = (self.terminal_pixel_size, self.terminal_size)
        if any(size is not None and not all(size) for size in sizes):
            self.terminal_pixel_size = None
        return super().parse_mouse_code(code)

    def _parse_extended_key(  # type: ignore[override]  # Textual's has a cache around it
        self, sequence: str
    ) -> list[events.Key] | None:
        try:
            return super()._parse_extended_key(sequence)
        except (ValueError, OverflowError):
            return [events.Key(Keys.Ignore, sequence)]


def _is_possible(message: Message) -> bool:
    return not isinstance(message, events.Resize) or (
        all(message.size) and is_possible(*message.size)
    )
