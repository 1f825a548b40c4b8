"""The terminal, read without waiting longer than an escape needs, and written a frame at once."""

import codecs
import os
import selectors
import signal

from textual import constants
from textual.drivers.linux_driver import LinuxDriver

from tui_reader.tui.terminal.received import GuardedParser
from tui_reader.tui.terminal.thinning import thinned

# How often it is looked whether reading is to end, and how long a sequence that has begun may take.
LOOK_EVERY = 0.1
# A little more than the parser wants to have waited.
ESCAPE_ALONE = constants.ESCAPE_DELAY + 0.001
BEGIN_FRAME, END_FRAME = "\x1b[?2026h", "\x1b[?2026l"
MOST_AT_ONCE = 4096


class ReaderDriver(LinuxDriver):
    """Textual's looks for an escape that stands alone every 100 ms whatever ESCDELAY says, and
    reads a terminal that is gone for ever, at the cost of half a processor."""

    _frame = ""
    _gone = False

    def run_input_thread(self) -> None:
        parser = GuardedParser(self._debug)
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(ESCAPE_ALONE if parser.may_be_escape else LOOK_EVERY):
                    if not (data := self._read()):
                        self._hang_up()
                        return
                    for message in parser.feed(decode(data)):
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def _read(self) -> bytes:
        """Nothing where the terminal is gone."""
        try:
            return os.read(self.fileno, MOST_AT_ONCE)
        except OSError:
            return b""

    def _hang_up(self) -> None:
        """What the kernel tells those that the terminal belonged to; others find out by reading."""
        self._gone = True
        os.kill(os.getpid(), signal.SIGHUP)

    def write(self, data: str) -> None:
        """A frame goes out as one, with the marks around it; none to a terminal that is gone."""
        if self._frame or data == BEGIN_FRAME:
            self._frame += thinned(data)
            if data != END_FRAME:
                return
            data, self._frame = self._frame, ""
        if not self._gone:
            super().write(data)
