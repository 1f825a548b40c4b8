"""What other processes do to the library, looked for every second and told."""

from textual import on, work
from textual.message import Message

from tui_reader.library import Changes, LibraryError
from tui_reader.tui.desk.answers import elsewhere
from tui_reader.tui.desk.working import Working

POLL_EVERY = 1.0


class Polling(Working, part=True):
    _told = ""
    _looking = False
    _news: Changes | None = None

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

    def poll(self) -> None:
        """One look at a time: what a look finds, the next one does not find again."""
        if not self._looking:
            self._looking = True
            self._poll()

    @work(thread=True, group="poll", exit_on_error=False)
    def _poll(self) -> None:
        try:
            changes = self.desk.library.poll()
        except LibraryError as error:
            self.post_message(self.PollFailed(str(error)))
        else:
            if changes.papers or changes.states:
                self.post_message(self.LibraryChanged(changes))
        finally:
            self._looking = False

    @on(LibraryChanged)
    def _library_changed(self, message: LibraryChanged) -> None:
        if message.changes.papers:
            self._news = message.changes
            self.renew()
            return
        self.desk.recount()
        self.desk.look_again(message.changes.states, self.show_states)
        self._tell_elsewhere(message.changes)

    def papers_renewed(self) -> None:
        super().papers_renewed()
        if self._news is not None:
            self._tell_elsewhere(self._news)
            self._news = None

    def _tell_elsewhere(self, changes: Changes) -> None:
        self.toast(elsewhere(changes, len(self.desk.library.papers)))

    @on(PollFailed)
    def _poll_failed(self, message: PollFailed) -> None:
        """Say it once, not every second."""
        if message.reason != self._told:
            self._told = message.reason
            self.toast(message.reason)
