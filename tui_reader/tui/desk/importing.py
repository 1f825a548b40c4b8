"""Documents named at the start are imported while the reader is open already."""

from collections.abc import Sequence
from pathlib import Path

from textual import work
from textual.worker import get_current_worker

from tui_reader.library import LibraryError, Report
from tui_reader.tui.desk.answers import IMPORT_STOPS, MERGING_GOES_ON, Answer, imported
from tui_reader.tui.desk.polling import Polling


class Importing(Polling, part=True):
    """ctrl+c ends an import between two documents: what is in stays, nothing is in by half."""

    paths: Sequence[Path] = ()
    report: Report | None = None
    """What the import did, once it is through."""

    _reading = False
    _stopped = False

    def on_mount(self) -> None:
        if self.paths:
            self._reading = True
            self.desk.stop_work = self._stop_import
            self._import()

    def _stop_import(self) -> Answer:
        """What ctrl+c does meanwhile."""
        self._stopped = self._reading
        return IMPORT_STOPS if self._reading else MERGING_GOES_ON

    @work(thread=True, group="import")
    def _import(self) -> None:
        # Imported here, as most starts name no path.
        from tui_reader.library.documents.progress import READING, Pace, Progress, Stopped

        worker, pace = get_current_worker(), Pace()

        def tell(progress: Progress) -> None:
            self._reading = progress.doing == READING
            if worker.is_cancelled or (self._stopped and self._reading):
                raise Stopped
            self.desk.work = pace.words(progress)

        try:
            self.report = self.desk.library.add(self.paths, tell=tell)
        except LibraryError as error:
            told = str(error)
        else:
            told = imported(self.report)
        self.call_from_thread(self._import_ended, told)

    def _import_ended(self, told: str) -> None:
        self.desk.work, self.desk.stop_work = "", None
        if self.is_running:
            self.toast(told)
            self.renew()
