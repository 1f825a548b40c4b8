"""Library: what both front ends hold."""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Self

from tui_reader.importers import Document
from tui_reader.library.catalogue import Catalogue, Inputs
from tui_reader.library.clock import Clock, system_clock
from tui_reader.library.documents import Documents, Entry
from tui_reader.library.edits import Edits
from tui_reader.library.errors import CannotSave
from tui_reader.library.finding import find_document, find_paper
from tui_reader.library.imports import (
    Incoming,
    Progress,
    compare,
    document_of,
    documents_at,
    entry_of,
    receive,
)
from tui_reader.library.paths import default_directory
from tui_reader.library.readings import Readings
from tui_reader.library.report import DocumentReport, Report
from tui_reader.library.safe_files import make_directory
from tui_reader.library.samples import sample_documents
from tui_reader.library.session import Session
from tui_reader.library.snapshot import DocumentInfo, Snapshot
from tui_reader.library.tracker import Tracker
from tui_reader.papers import Paper, Reading, ReadingState
from tui_reader.search import Index, Results, Sort


@dataclass(frozen=True, slots=True)
class Changes:
    """What other processes did: whether papers changed, and the ids whose states did."""

    papers: bool = False
    states: frozenset[str] = field(default_factory=frozenset)


class Library(Edits):
    """All papers and what the reader did with them.

    Everything read from it is an immutable snapshot or answered from memory; what
    is changed (see `Edits`) is in memory at once and on disk after `flush()`.
    """

    def __init__(
        self, directory: Path | None, *, clock: Clock = system_clock, read_only: bool = False
    ) -> None:
        """`directory` None: in memory, gone with the object. Raises LibraryError."""
        self.directory = directory
        self.warning = ""
        self._clock = clock
        self._documents = Documents(directory)
        kept = directory / "catalogue" if directory else None
        self._readings = Readings(kept / "readings" if kept else None, self._documents)
        self._catalogue = Catalogue(kept, self._readings.reading)
        self.session = Session(directory / "session.json" if directory else None)
        self.tracker = Tracker.open(directory, clock=clock, read_only=read_only)
        self._lock = threading.RLock()
        self._index: Index | None = None
        self.snapshot = self._catalogue.snapshot(self._inputs(), 1)

    @classmethod
    def open(
        cls, path: Path | None = None, *, samples: bool = True, clock: Clock = system_clock
    ) -> Self:
        """The library at `path`, made with the samples (or empty) if there is none.

        Where it cannot be made, the samples can be read in memory, `warning` says why,
        and every change is refused. Raises LibraryError.
        """
        directory = path or default_directory()
        try:
            make_directory(directory)
            library = cls(directory, clock=clock)
            if not library._documents.exists:
                library._create(samples)
        except CannotSave as error:
            library = cls(None, clock=clock, read_only=True)
            library._create(samples)
            library.warning = f"{error.message}; nothing will be kept"
        return library

    def _create(self, samples: bool) -> None:
        now = self._clock()
        self._documents.create()
        for document in sample_documents() if samples else ():
            self._documents.add(entry_of(document, format="", now=now, seed=True), document.data)
        self.refresh()

    def _inputs(self) -> Inputs:
        return Inputs(
            self._documents.entries(), self.tracker.corrections(), self.tracker.decisions()
        )

    def refresh(self) -> bool:
        """Make the papers anew if documents, decisions or corrections changed; whether they did."""
        with self._lock:
            inputs = self._inputs()
            if inputs.signature == self.snapshot.signature:
                return False
            self.snapshot = self._catalogue.snapshot(inputs, self.snapshot.version + 1)
            return True

    @property
    def papers(self) -> Sequence[Paper]:
        return self.snapshot.papers

    def state(self, paper: Paper) -> ReadingState:
        return self.tracker.state(paper.aliases)

    def resolve(self, word: str) -> Paper:
        """The paper a key or prefix names. Raises UnknownPaper, AmbiguousPaper."""
        return find_paper(self.snapshot, word)

    @property
    def index(self) -> Index:
        """The search index of the present snapshot, made on first use."""
        with self._lock:
            if self._index is None or self._index.papers is not self.snapshot.papers:
                self._index = Index(self.snapshot.papers, self.state)
            return self._index

    def search(
        self,
        text: str,
        limit: int | None = None,
        sort: Sort | None = None,
        reverse: bool = False,
    ) -> Results:
        return self.index.search(text, limit=limit, sort=sort, reverse=reverse)

    def _reindex(self, papers: Iterable[Paper]) -> None:
        if self._index is not None:
            self._index.update(papers)

    def add(
        self,
        paths: Iterable[Path],
        *,
        format: str | None = None,
        as_of: date | None = None,
        dry_run: bool = False,
        progress: Progress | None = None,
    ) -> Report:
        """Import files, and the files below folders; each wholly or not at all."""
        day = as_of or self._today()
        found = documents_at(paths, day)
        return self._import(found, format, as_of is not None, dry_run, progress)

    def add_bytes(
        self,
        name: str,
        data: bytes,
        *,
        format: str | None = None,
        as_of: date | None = None,
        dry_run: bool = False,
    ) -> Report:
        """Import what was pasted or piped in."""
        document = document_of(name, data, as_of or self._today())
        return self._import([document], format, as_of is not None, dry_run, None)

    def _import(
        self,
        found: Iterable[Document | DocumentReport],
        format: str | None,
        as_of_given: bool,
        dry_run: bool,
        progress: Progress | None,
    ) -> Report:
        with self._lock:
            before, entries = self.snapshot, self._documents.entries()
            arrived: dict[str, Reading] = {}
            incoming: list[Incoming] = []
            for document in found:
                if isinstance(document, DocumentReport):
                    incoming.append(Incoming(document))
                    continue
                item = receive(
                    document, entries, format=format, as_of_given=as_of_given, progress=progress
                )
                incoming.append(item)
                if item.reading is not None:
                    entry = entry_of(document, format=format or "", now=self._clock())
                    entries[entry.id] = entry
                    arrived[entry.id] = item.reading
                    if not dry_run:
                        self._readings.keep(entry, item.reading)
                        self._documents.add(entry, document.data)
            after = self._preview(entries, arrived) if dry_run else self._refreshed()
            return compare(before, after, incoming)

    def _refreshed(self) -> Snapshot:
        self.refresh()
        return self.snapshot

    def _preview(self, entries: dict[str, Entry], arrived: dict[str, Reading]) -> Snapshot:
        def reading_of(entry: Entry) -> Reading:
            return arrived.get(entry.id) or self._readings.reading(entry)

        inputs = Inputs(entries, self.tracker.corrections(), self.tracker.decisions())
        return Catalogue(None, reading_of).snapshot(inputs, 0)

    def _today(self) -> date:
        return datetime.fromtimestamp(self._clock() / 1000, UTC).date()

    def documents(self) -> tuple[DocumentInfo, ...]:
        """In the order they came, removed ones too."""
        return self.snapshot.documents

    def remove_document(self, word: str) -> DocumentInfo:
        """Hide a document; what the reader made of its papers is kept. Raises UnknownDocument."""
        document = find_document(self.documents(), word)
        self._documents.remove(document.id, self._clock())
        self.refresh()
        return document

    def restore_document(self, word: str) -> DocumentInfo:
        """Bring a removed document back. Raises UnknownDocument, also for a purged one."""
        removed = [d for d in self.documents() if d.removed_at is not None and not d.purged]
        document = find_document(removed, word)
        self._documents.restore(document.id)
        self.refresh()
        return document

    def purge_document(self, word: str) -> DocumentInfo:
        """Delete a document's bytes for good."""
        document = find_document(self.documents(), word)
        self._documents.purge(document.id, self._clock())
        self._readings.forget(document.id)
        self.refresh()
        return document

    def poll(self) -> Changes:
        """Bring in what other processes did; reads files, so call it from a worker."""
        keys = self.tracker.poll()
        papers = self._documents.changed() or bool(keys)
        papers = papers and self.refresh()
        found = {paper.id: paper for key in keys if (paper := self.snapshot.find(key))}
        self._reindex(found.values())
        return Changes(papers, frozenset(found))

    def flush(self, timeout: float | None = None) -> None:
        """Return once everything is on disk. Raises CannotSave, Locked."""
        self.tracker.flush(timeout)

    def close(self, timeout: float = 2.0) -> None:
        self.tracker.close(timeout)
