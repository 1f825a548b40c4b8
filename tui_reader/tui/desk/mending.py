"""What happens to the state while the reader is open, told once: file lost, two notes, no locks."""

from textual import work

from tui_reader.library import LibraryError
from tui_reader.library.errors import DeletedOutside
from tui_reader.tui.desk.answers import short_title
from tui_reader.tui.terminal.leaving import Leaving
from tui_reader.tui.text import cleaned

LOOK_EVERY = 0.5
TOAST_SECONDS = 4


class Mending(Leaving, part=True):
    """The app's polling finds what is told here."""

    _asked_about: type[LibraryError] | None = None
    _told_of_locks = False

    def toast(self, text: str) -> None:
        """Say what happened by itself."""
        self.notify(cleaned(self.marks.spelled(text)), markup=False, timeout=TOAST_SECONDS)

    def look_after_state(self) -> None:
        tracker = self.desk.library.tracker
        trouble = tracker.trouble
        if trouble is None:
            self._asked_about = None
        elif type(trouble) is not self._asked_about:
            self._asked_about = type(trouble)
            self._offer_to_write_back(trouble)
        find = self.desk.library.snapshot.find
        for key in tracker.both_notes():
            if paper := find(key):
                self.toast(f"also written elsewhere, both notes are kept: {short_title(paper)}")
        if not tracker.has_locks and not self._told_of_locks:
            self._told_of_locks = True
            self.toast("this file system has no locks: let one program write at a time")

    def _offer_to_write_back(self, trouble: LibraryError) -> None:
        """Nothing is written unasked: whoever took the file away may have meant it."""
        from tui_reader.tui.dialogs.question import Question

        what = "makes it again" if isinstance(trouble, DeletedOutside) else "replaces it"
        text = f"{trouble}\nw {what} from memory · escape leaves it, edits wait meanwhile"
        keys = (("w", f"{what} from memory"), ("escape", "leaves it"))
        self.push_screen(Question(text, {"w": self.write_back}, keys))

    def write_back(self) -> None:
        self._write_back()

    @work(thread=True, exclusive=True, group="write-back", exit_on_error=False)
    def _write_back(self) -> None:
        try:
            self.desk.library.tracker.write_back()
        except LibraryError as error:
            self.call_from_thread(self.toast, str(error))
        else:
            self.call_from_thread(self.toast, "written back from memory")
