"""Ended by a signal: at any moment, in the time there is, and the terminal is as it was."""

import asyncio
import os
import signal
import threading
from types import FrameType

from textual.app import App, ReturnType

from tui_reader.tui.parts import InParts
from tui_reader.tui.terminal.driver import ReaderDriver

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
# Seconds until the program is gone, also where a thread of it or the terminal does not answer.
LIMIT = 1.6


class Stoppable(InParts, App[ReturnType], part=True):
    """asyncio hears of signals only while it runs, and not where the screen's thread waits for
    the terminal; before, Textual has the terminal already, and after, saving may go on."""

    _heeded_in: asyncio.AbstractEventLoop | None = None
    _heeds = False
    _ending = False
    """Whether a signal told it to end."""

    def heed_signals(self) -> None:
        """From now on until the process ends."""
        self._heeds = True
        for number in STOPPING:
            signal.signal(number, self._signalled)

    def on_load(self) -> None:
        """Before Textual takes the terminal over."""
        self._heeded_in = asyncio.get_running_loop()

    def _signalled(self, number: int, frame: FrameType | None) -> None:
        """The first of several counts; once the screen is left all has its end already."""
        code = 128 + number
        if self._heeded_in is None:
            os._exit(code)
        if self._ending or self._heeded_in.is_closed():
            return
        self._ending = True
        self.end_soon(code)
        if isinstance(self._driver, ReaderDriver):
            self._driver.hurry()
        self._heeded_in.call_soon_threadsafe(self._stop_once_shown, code)

    def _stop_once_shown(self, code: int) -> None:
        """Textual 8.2 ends a program that is to end while it mounts with a fault: nothing in it
        is there to be found."""
        if self.screen_stack:
            self.screen_stack[0].call_later(self.stop, code)
        else:
            self.call_later(self._stop_once_shown, code)

    def end_soon(self, code: int) -> None:
        """Whatever is not through by then was told to end, and is whole on disk at any moment."""
        if self._heeds:
            timer = threading.Timer(LIMIT, self._end_now, (code,))
            timer.daemon = True
            timer.start()

    def _end_now(self, code: int) -> None:
        if isinstance(self._driver, ReaderDriver):
            self._driver.abandon()
        os._exit(code)

    def give_way(self) -> None:
        """Called by long work of other threads, every few milliseconds: a key is answered first."""
        if isinstance(self._driver, ReaderDriver):
            self._driver.giving_way.wait()

    def stop(self, code: int) -> None:
        """Leave at once."""
        self.exit(return_code=code)

    def _fatal_error(self) -> None:
        # Textual 8.2 prints a traceback with the local variables, titles and notes among
        # them, and has no public way to leave that out. `run` raises the fault instead.
        self._close_messages_no_wait()

    def run_to_its_end(self, *, mouse: bool) -> ReturnType | None:
        """What it returned; its code is `return_code`. Raises what was not foreseen."""
        self.heed_signals()
        returned = self.run(mouse=mouse)
        if self._exception is not None:
            raise self._exception
        return returned
