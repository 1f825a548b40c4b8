"""What other processes do to the library, looked for every second and told."""

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from tui_reader.library import Changes, LibraryError
from tui_reader.tui.desk.answers import elsewhere
from tui_reader.tui.desk.working import Working

POLL_EVERY = 1.0


class Polling(Working, part=True):
    _told = ""

    class LibraryChanged(Message):
        """Other processes changed the library."""

        def __init__(self, changes: Changes) -> None:
            super().__init__()
            self.changes = changes

    class PollFailed(Message):
        """What other processes did could not be read."""

        def __init__(self, reason: str) -> None:
            super().__init__()
            self.reason = reason

    def on_mount(self) -> None:
        self.set_interval(POLL_EVERY, self.poll)

    @work(thread=True, exclusive=True, group="poll", exit_on_error=False)
    def poll(self) -> None:
        worker = get_current_worker()
        try:
            changes = self.desk.library.poll()
        except LibraryError as error:
            self.post_message(self.PollFailed(str(error)))
            return
        if (changes.papers or changes.states) and not worker.is_cancelled:
            self.post_message(self.LibraryChanged(changes))

    @on(LibraryChanged)
    def _library_changed(self, message: LibraryChanged) -> None:
        if message.changes.papers:
            self.renew()
        else:
            self.desk.recount()
            self.desk.look_again(message.changes.states, self.show_states)
        self.toast(elsewhere(message.changes, len(self.desk.library.papers)))

    @on(PollFailed)
    def _poll_failed(self, message: PollFailed) -> None:
        """Say it once, not every second."""
        if message.reason != self._told:
            self._told = message.reason
            self.toast(message.reason)
