"""The documents of a library and the papers they make, kept in step with each other."""

import threading
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from tui_reader.importers.document import Document
from tui_reader.library.catalogue import AtHand, Catalogue
from tui_reader.library.clock import Clock
from tui_reader.library.documents.document_list import Entry
from tui_reader.library.documents.documents import Documents
from tui_reader.library.documents.gathering import ImportOptions, entry_of
from tui_reader.library.documents.inputs import Inputs
from tui_reader.library.documents.progress import Gauge, Stopped
from tui_reader.library.documents.readings import Readings
from tui_reader.library.documents.report import Arrived, DocumentReport, Report
from tui_reader.library.errors import ImportStopped
from tui_reader.library.finding import find_document
from tui_reader.library.garbage import not_collected
from tui_reader.library.snapshot import DocumentInfo, Snapshot
from tui_reader.library.tracker.tracker import Tracker
from tui_reader.papers import Reading, ReadingState
from tui_reader.papers.progress import Told, nobody

# Milliseconds since the list of documents was last written.
SETTLED = 300
# Bytes of documents that make so many papers that no first frame waits for them.
LARGE = 4_000_000


class Collection:
    """Holds the present snapshot, and replaces it whenever something it depends on changed."""

    def __init__(
        self, directory: Path | None, tracker: Tracker, clock: Clock, *, patient: bool = True
    ) -> None:
        """Not `patient`: making very many papers waits until `refresh` (see `provisional`)."""
        self._tracker = tracker
        self._clock = clock
        self._documents = Documents(directory)
        kept = directory / "catalogue" if directory else None
        self._readings = Readings(kept / "readings" if kept else None, self._documents)
        self._catalogue = Catalogue(kept, self._readings.reading)
        self._lock = threading.RLock()
        inputs = self._inputs()
        self.snapshot = self._catalogue.snapshot(
            inputs,
            1,
            at_once=lambda: not patient and self._documents.size(inputs.present) > LARGE,
        )
        self.provisional = self.snapshot.signature != inputs.signature

    @property
    def exists(self) -> bool:
        return self._documents.exists

    def create(self, samples: bool) -> None:
        # Imported here, as a library is made once.
        from tui_reader.library.documents.samples import sample_documents

        now = self._clock()
        found = sample_documents() if samples else ()
        self._documents.create(
            {entry_of(document, format="", now=now, seed=True): document.data for document in found}
        )
        self.refresh()

    def _inputs(self) -> Inputs:
        return self._inputs_of(self._documents.entries())

    def _inputs_of(self, entries: dict[str, Entry]) -> Inputs:
        return Inputs(entries, self._tracker.corrections(), self._tracker.decisions())

    def changed_outside(self) -> bool:
        return self._documents.changed()

    @property
    def settled(self) -> bool:
        """Whether documents come no more: who brings them in makes the papers of them first."""
        return abs(self._clock() - self._documents.changed_at()) > SETTLED

    def is_behind(self) -> bool:
        """Whether documents, decisions or corrections are not those the papers were made of."""
        return self._inputs().signature != self.snapshot.signature

    def refresh(self, told: Told = nobody, at_hand: AtHand | None = None) -> bool:
        """Make the papers anew if documents, decisions or corrections changed; whether they did.

        `told` hears how far it is and may raise, which leaves everything as it was; `at_hand`
        are readings that need not be fetched, and are taken away.
        """
        with self._lock, not_collected:
            inputs = self._inputs()
            if inputs.signature == self.snapshot.signature:
                return False
            version = self.snapshot.version + 1
            self.snapshot = self._catalogue.snapshot(inputs, version, told, at_hand)
            self.provisional = False
            return True

    def today(self) -> date:
        return datetime.fromtimestamp(self._clock() / 1000, UTC).date()

    def bring_in(
        self, found: Iterable[Document | DocumentReport], options: ImportOptions
    ) -> tuple[Report, dict[str, ReadingState]]:
        """Import documents, each wholly or not at all. Raises ImportStopped.

        Also returns, by record key, the states of the reader that the documents told of.
        """
        # Imported here, as in Catalogue: a start seldom brings documents in.
        from tui_reader.library.documents.imports import compare

        with self._lock, not_collected:
            gauge = Gauge(options.tell, options.size, self.snapshot.papers.size)
            if self.provisional:
                self.refresh(gauge.made)
            before, entries, arrived = self.snapshot, self._documents.entries(), Arrived()
            all_read = False
            try:
                self._receive(found, entries, arrived, options, gauge)
                all_read = True
                if options.dry_run:
                    after = self._preview(entries, arrived.readings, gauge.made)
                else:
                    self.refresh(gauge.made, arrived.readings)
                    after = self.snapshot
            except Stopped as stopped:
                names = () if options.dry_run else tuple(arrived.names)
                raise ImportStopped(names, arrived.states, all_read=all_read) from stopped
            return compare(before, after, arrived), arrived.states

    def _receive(
        self,
        found: Iterable[Document | DocumentReport],
        entries: dict[str, Entry],
        arrived: Arrived,
        options: ImportOptions,
        gauge: Gauge,
    ) -> None:
        """Have the documents in, each wholly; nothing of them is held longer but in `arrived`."""
        # Imported here, as above.
        from tui_reader.library.documents.imports import receive_all

        for report, item in receive_all(found, entries, options, self._clock, gauge.read):
            arrived.reports.append(report)
            if item is not None:
                entry = self._in_place(item.entry, item.reading, entries)
                arrived.take(entry.id, entry.name, item.reading)
                if not options.dry_run:
                    self._readings.keep(entry, item.reading)
                    self._documents.add(entry, item.document.data)

    def _in_place(self, entry: Entry, reading: Reading, entries: dict[str, Entry]) -> Entry:
        """Put the entry into `entries` in place of the version it replaces."""
        # Imported here, as above.
        from tui_reader.library.documents.versions import following, replaced_by

        if (older := replaced_by(entry, entries)) is not None:
            entry = following(entry, reading, older, self._readings.reading(older))
            entries[older.id] = older._replace(removed_at=entry.imported_at)
        entries[entry.id] = entry
        return entry

    def _preview(self, entries: dict[str, Entry], at_hand: AtHand, told: Told) -> Snapshot:
        catalogue = Catalogue(None, self._readings.reading)
        return catalogue.snapshot(self._inputs_of(entries), 0, told, at_hand)

    def remove(self, word: str) -> DocumentInfo:
        """Hide a document. Raises UnknownDocument, as the two below."""
        document = find_document(self.snapshot.documents, word)
        self._documents.remove(document.id, self._clock())
        self.refresh()
        return document

    def restore(self, word: str) -> DocumentInfo:
        """Bring a removed document back; a purged one is unknown."""
        removed = [d for d in self.snapshot.documents if d.removed_at and not d.purged]
        document = find_document(removed, word)
        self._documents.restore(document.id)
        self.refresh()
        return document

    def purge(self, word: str) -> DocumentInfo:
        """Delete a document's bytes for good."""
        document = find_document(self.snapshot.documents, word)
        self._documents.purge(document.id, self._clock())
        self._readings.forget(document.id)
        self.refresh()
        return document
