"""Leaving the program so that nothing is lost and the terminal is as it was."""

import asyncio
import os
import signal

from textual import work

from tui_reader.library import LibraryError
from tui_reader.tui.desk.desk import Desk
from tui_reader.tui.drawing.marks import Marks
from tui_reader.tui.screens.library.screen import LibraryScreen
from tui_reader.tui.terminal.stopping import Stoppable

# Seconds that whatever keeps changes from being saved is waited for when the program is left.
PATIENCE = 2.0


class Leaving(Stoppable[int], part=True):
    desk: Desk
    home: LibraryScreen
    marks: Marks

    def suspend_between_steps(self) -> None:
        suspend = signal.getsignal(signal.SIGTSTP)
        if callable(suspend):
            # Textual 8.2 suspends in the midst of whatever runs, and waits for ever where that
            # holds the lock of its own output; between two steps of the loop nothing does.
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGTSTP, suspend, signal.SIGTSTP, None)

    def redraw_when_back(self) -> None:
        """Textual 8.2 draws nothing after a stop from outside, and the screen is blank by then."""
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))

    def stop(self, code: int) -> None:
        self.remember()
        super().stop(code)

    def on_unmount(self) -> None:
        self.remember()

    def remember(self) -> None:
        """Keep where the reader was, and what was being written."""
        if self.home.restored:
            self.home.save_session()

    def action_leave(self) -> None:
        """Quit once all is saved; ask where it cannot be."""
        self.remember()
        self._leave()

    @work(thread=True, exclusive=True, group="leave", exit_on_error=False)
    def _leave(self) -> None:
        # What was asked for before is made first, however many papers it changes.
        self.desk.lane.idle.wait()
        try:
            self.desk.library.flush(PATIENCE)
        except LibraryError as error:
            self.call_from_thread(self._ask_to_leave, str(error))
        else:
            self.end_soon(0)
            self.call_from_thread(self.exit, 0)

    def _ask_to_leave(self, trouble: str) -> None:
        # Imported here, as all screens that few sessions show.
        from tui_reader.tui.dialogs.question import Question

        text = f"NOT SAVED: {trouble}\nq quits without it · escape stays, and goes on trying"
        keys = (("q", "quits without it"), ("escape", "stays"))
        self.push_screen(Question(text, {"q": lambda: self.exit(0)}, keys))

    def action_suspend(self) -> None:
        """Stop, with all that was started with us (`make`), until the shell says `fg`."""
        with self.suspend():
            print("tui-reader: fg brings it back", flush=True)
            os.kill(0, signal.SIGSTOP)
