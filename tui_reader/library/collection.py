"""The documents of a library and the papers they make, kept in step with each other."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from tui_reader.importers import Document
from tui_reader.library.catalogue import Catalogue, Inputs
from tui_reader.library.clock import Clock
from tui_reader.library.documents import Documents, Entry
from tui_reader.library.finding import find_document
from tui_reader.library.imports import Incoming, Progress, compare, entry_of, receive
from tui_reader.library.readings import Readings
from tui_reader.library.report import DocumentReport, Report
from tui_reader.library.samples import sample_documents
from tui_reader.library.snapshot import DocumentInfo, Snapshot
from tui_reader.library.tracker import Tracker
from tui_reader.papers import Reading, ReadingState


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """`format` is one of `importers.FORMATS`, None: found by content. `as_of`: see Document."""

    format: str | None = None
    as_of: date | None = None
    dry_run: bool = False
    progress: Progress | None = None


class Collection:
    """Holds the present snapshot, and replaces it whenever something it depends on changed."""

    def __init__(self, directory: Path | None, tracker: Tracker, clock: Clock) -> None:
        self._tracker = tracker
        self._clock = clock
        self._documents = Documents(directory)
        kept = directory / "catalogue" if directory else None
        self._readings = Readings(kept / "readings" if kept else None, self._documents)
        self._catalogue = Catalogue(kept, self._readings.reading)
        self._lock = threading.RLock()
        self.snapshot = self._catalogue.snapshot(self._inputs(), 1)

    @property
    def exists(self) -> bool:
        return self._documents.exists

    def create(self, samples: bool) -> None:
        now = self._clock()
        self._documents.create()
        for document in sample_documents() if samples else ():
            self._documents.add(entry_of(document, format="", now=now, seed=True), document.data)
        self.refresh()

    def _inputs(self) -> Inputs:
        return self._inputs_of(self._documents.entries())

    def _inputs_of(self, entries: dict[str, Entry]) -> Inputs:
        return Inputs(entries, self._tracker.corrections(), self._tracker.decisions())

    def changed_outside(self) -> bool:
        return self._documents.changed()

    def refresh(self) -> bool:
        """Make the papers anew if documents, decisions or corrections changed; whether they did."""
        with self._lock:
            inputs = self._inputs()
            if inputs.signature == self.snapshot.signature:
                return False
            self.snapshot = self._catalogue.snapshot(inputs, self.snapshot.version + 1)
            return True

    def today(self) -> date:
        return datetime.fromtimestamp(self._clock() / 1000, UTC).date()

    def bring_in(
        self, found: Iterable[Document | DocumentReport], options: ImportOptions
    ) -> tuple[Report, dict[str, ReadingState]]:
        """Import documents, each wholly or not at all.

        Also returns, by record key, the states of the reader that the documents told of.
        """
        with self._lock:
            before = self.snapshot
            incoming, entries = self._receive(found, options)
            arrived = {i.document.id: i.reading for i in incoming if i.document and i.reading}
            if options.dry_run:
                after = self._preview(entries, arrived)
            else:
                self.refresh()
                after = self.snapshot
        states = {k: s for reading in arrived.values() for k, s in reading.states.items()}
        return compare(before, after, incoming), states

    def _receive(
        self, found: Iterable[Document | DocumentReport], options: ImportOptions
    ) -> tuple[list[Incoming], dict[str, Entry]]:
        entries = self._documents.entries()
        incoming = []
        for document in found:
            if isinstance(document, DocumentReport):
                incoming.append(Incoming(document))
                continue
            item = receive(
                document,
                entries,
                format=options.format,
                as_of_given=options.as_of is not None,
                progress=options.progress,
            )
            incoming.append(item)
            if item.reading is not None:
                entry = entry_of(document, format=options.format or "", now=self._clock())
                entries[entry.id] = entry
                if not options.dry_run:
                    self._readings.keep(entry, item.reading)
                    self._documents.add(entry, document.data)
        return incoming, entries

    def _preview(self, entries: dict[str, Entry], arrived: dict[str, Reading]) -> Snapshot:
        def reading_of(entry: Entry) -> Reading:
            return arrived.get(entry.id) or self._readings.reading(entry)

        return Catalogue(None, reading_of).snapshot(self._inputs_of(entries), 0)

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
