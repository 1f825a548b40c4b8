"""The terminal, read without waiting longer than an escape needs, and written a frame at once."""

import codecs
import contextlib
import os
import select
import selectors
import signal
import sys
import termios
import time
from typing import Any

from textual import constants
from textual.drivers.linux_driver import LinuxDriver

from tui_reader.tui.terminal.giving_way import GivingWay
from tui_reader.tui.terminal.received import GuardedParser
from tui_reader.tui.terminal.thinning import thinned
from tui_reader.tui.terminal.writing import TerminalFile

# How often it is looked whether reading is to end, and how long a sequence that has begun may take.
LOOK_EVERY = 0.1
# A little more than the parser wants to have waited.
ESCAPE_ALONE = constants.ESCAPE_DELAY + 0.001
BEGIN_FRAME, END_FRAME = "\x1b[?2026h", "\x1b[?2026l"
MOST_AT_ONCE = 4096
# Seconds that a terminal has to take what puts it back, once the program is to end.
PATIENCE = 0.5
MOUSE_IN_CELLS = "\x1b[?1016l"
# Paste marks, mouse, focus, keys, wrapping, screen and cursor, as they are outside.
PUT_BACK = (
    b"\x1b[?2026l\x1b[?2004l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?2048l"
    b"\x1b[?1004l\x1b[<u\x1b[?7h\x1b[?1049l\x1b[?25h"
)


class ReaderDriver(LinuxDriver):
    """Textual's looks for an escape that stands alone every 100 ms whatever ESCDELAY says, reads
    a terminal that is gone for ever, at the cost of half a processor, and waits for ever for one
    that takes nothing any more."""

    _frame = ""
    _gone = False
    _full_screen = False
    _ends_at: float | None = None

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - passed on
        super().__init__(*args, **options)
        self.giving_way = GivingWay()

    def start_application_mode(self) -> None:
        assert sys.__stderr__ is not None
        self._file: TerminalFile = TerminalFile(sys.__stderr__)  # type: ignore[assignment]  # as much of one as is used
        self._frame, self._ends_at, self._full_screen = "", None, True
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's

    def stop_application_mode(self) -> None:
        self.hurry()
        if self._mouse_pixels:
            # Textual 8.2 leaves it on, and the next program's mouse is somewhere else.
            self.write(MOUSE_IN_CELLS)
        super().stop_application_mode()
        self._full_screen = False

    def abandon(self) -> None:
        """Put the terminal back from any thread, whatever the screen's own thread is at."""
        if self._full_screen and self.attrs_before is not None:
            with contextlib.suppress(OSError, termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
                if select.select([], [self.fileno], [], 0)[1]:
                    os.write(self.fileno, PUT_BACK)

    # Reading

    def _run_input_thread(self) -> None:
        """A fault in it is one of the program, with its log; Textual's prints all variables."""
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - handed on whole
            self._app.call_later(self._app._handle_exception, error)

    def run_input_thread(self) -> None:
        parser = GuardedParser(self._debug)
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(ESCAPE_ALONE if parser.may_be_escape else LOOK_EVERY):
                    data = self._read()
                    if data == b"":
                        self._hang_up()
                        return
                    self.giving_way.asked()
                    for message in parser.feed(decode(data or b"")):
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def _read(self) -> bytes | None:
        """Nothing where the terminal is gone, None where another program took what there was."""
        try:
            return os.read(self.fileno, MOST_AT_ONCE)
        except BlockingIOError:
            return None
        except OSError:
            return b""

    def _hang_up(self) -> None:
        """What the kernel tells those that the terminal belonged to; others find out by reading."""
        self._gone = True
        os.kill(os.getpid(), signal.SIGHUP)

    # Writing

    def write(self, data: str) -> None:
        """A frame goes out as one, with the marks around it; none to a terminal that is gone."""
        if self._frame or data == BEGIN_FRAME:
            self._frame += thinned(data)
            if data != END_FRAME:
                return
            data, self._frame = self._frame, ""
            self.giving_way.answered()
        if not self._gone and self._has_room():
            super().write(data)

    def hurry(self) -> None:
        """The screen is left: what waits to be drawn on it is not, and a terminal that takes
        nothing holds nobody up."""
        if self._ends_at is not None or self._writer_thread is None:
            return
        self._ends_at = time.monotonic() + PATIENCE
        waiting = self._writer_thread._queue
        with waiting.mutex:
            waiting.queue.clear()

    def close(self) -> None:
        if self._writer_thread is not None and self._has_room():
            self._writer_thread._queue.put(None)
            while self._writer_thread.is_alive() and self._is_patient():
                self._writer_thread.join(LOOK_EVERY)

    def _has_room(self) -> bool:
        """Whether the thread that writes can be handed more; waits for it while it may."""
        while self._writer_thread is not None and self._writer_thread._queue.full():
            if not self._is_patient():
                return False
            time.sleep(LOOK_EVERY / 10)
        return True

    def _is_patient(self) -> bool:
        if self._ends_at is None or time.monotonic() < self._ends_at:
            return True
        self._file.give_up()
        return False
