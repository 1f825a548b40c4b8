"""Library: what both front ends hold."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Self

from tui_reader.importers.document import Document
from tui_reader.library.clock import Clock, system_clock
from tui_reader.library.collection import Collection
from tui_reader.library.documents.gathering import (
    ImportOptions,
    document_of,
    documents_at,
    size_of,
)
from tui_reader.library.documents.progress import INDEXING, Progress, Stopped, Tell, unheard
from tui_reader.library.documents.report import DocumentReport, Report
from tui_reader.library.edits import Edits
from tui_reader.library.errors import CannotSave, ImportStopped
from tui_reader.library.files.safe_files import make_directory
from tui_reader.library.finding import find_paper
from tui_reader.library.indexing import Indexing
from tui_reader.library.paths import default_directory
from tui_reader.library.session import Session
from tui_reader.library.snapshot import DocumentInfo, Snapshot
from tui_reader.library.tracker.steps import HistoryEntry
from tui_reader.library.tracker.tracker import Tracker
from tui_reader.library.tracker.writer import Saving
from tui_reader.papers import Paper, ReadingState
from tui_reader.papers.progress import Told, nobody
from tui_reader.papers.proposal import Proposal
from tui_reader.search.results import Results
from tui_reader.search.searching import Searching
from tui_reader.search.sort import Sort


class Changes(NamedTuple):
    """What other processes did: whether papers changed, and the ids whose states did."""

    papers: bool = False
    states: frozenset[str] = frozenset()


class Library(Edits):
    """All papers and what the reader did with them.

    Everything read from it is an immutable snapshot or answered from memory; what
    is changed (see `Edits`) is in memory at once and on disk after `flush()`.
    """

    def __init__(
        self,
        directory: Path | None,
        *,
        clock: Clock = system_clock,
        read_only: bool = False,
        patient: bool = True,
    ) -> None:
        """`directory` None: in memory, gone with the object. Raises LibraryError."""
        self.directory = directory
        self.warning = ""
        self._may_be_behind = False
        self._clock = clock
        self.session = Session(directory / "session.json" if directory else None)
        self.tracker = Tracker.open(directory, clock=clock, read_only=read_only)
        self._collection = Collection(directory, self.tracker, clock, patient=patient)
        kept = directory / "catalogue" / "index" if directory and not read_only else None
        self._indexing = Indexing(kept, self.state, self.tracker.touched, self._collection.today)

    @classmethod
    def open(
        cls,
        path: Path | str | None = None,
        *,
        samples: bool = True,
        clock: Clock = system_clock,
        patient: bool = True,
    ) -> Self:
        """The library at `path`, made with the samples (or empty) if there is none.

        Not `patient`: where very many papers are to be made first, it is `provisional` until
        `refresh` has made them. Where no library can be made, the samples can be read in
        memory, `warning` says why, and every change is refused. Raises LibraryError.
        """
        directory = Path(path) if path else default_directory()
        try:
            make_directory(directory)
            library = cls(directory, clock=clock, patient=patient)
            if not library._collection.exists:
                library._collection.create(samples)
        except CannotSave as error:
            library = cls(None, clock=clock, read_only=True)
            library._collection.create(samples)
            library.warning = f"nothing will be kept: no library at {error.path}: {error.cause}"
        return library

    @property
    def snapshot(self) -> Snapshot:
        return self._collection.snapshot

    @property
    def provisional(self) -> bool:
        """Whether the papers are those of an earlier moment, or none, and are to be made."""
        return self._collection.provisional

    @property
    def papers(self) -> Sequence[Paper]:
        return self.snapshot.papers

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """Pairs of papers that may be one work, and why."""
        return self.snapshot.proposals

    def state(self, paper: Paper) -> ReadingState:
        return self.tracker.state(paper.aliases)

    def resolve(self, word: str) -> Paper:
        """The paper a key or prefix names. Raises UnknownPaper, AmbiguousPaper."""
        return find_paper(self.snapshot, word)

    @property
    def index(self) -> Searching:
        """The search index of the present snapshot, made on first use."""
        return self.make_index()

    def make_index(self, told: Told = nobody) -> Searching:
        """The same; `told` hears how far the making is, and may raise to stop it."""
        return self._indexing.whole(self.snapshot.papers, told)

    @property
    def first_index(self) -> Searching:
        """The index, but made without abstracts, which takes a fraction of the time."""
        return self._indexing.first(self.snapshot.papers)

    def keep_index(self, tell: Tell = unheard, *, to_search: bool = True) -> None:
        """Have the index on disk, so that the next start need not make it; no harm if stopped.

        Not `to_search`: nor is there one here then, which saves memory.
        """
        papers = self.snapshot.papers
        with suppress(Stopped):
            self._indexing.keep(
                papers, lambda share: tell(Progress(INDEXING, share)), to_search=to_search
            )

    def search(
        self,
        text: str,
        limit: int | None = None,
        sort: Sort | None = None,
        reverse: bool = False,
    ) -> Results:
        return self.index.search(text, limit=limit, sort=sort, reverse=reverse)

    def _reindex(self, papers: Iterable[Paper]) -> None:
        self._indexing.update(papers)

    def add(
        self,
        paths: Iterable[Path | str] | Path | str,
        *,
        format: str | None = None,
        as_of: date | None = None,
        dry_run: bool = False,
        with_tracker: bool = False,
        tell: Tell = unheard,
    ) -> Report:
        """Import files, and the files below folders; each wholly or not at all.

        `tell` hears how far it is and may raise Stopped, which ends in ImportStopped: the
        documents read till then are in, and imported again the others follow.
        `with_tracker`: what JSON documents tell of status, tags, notes and so on fills
        papers that are still untouched.
        """
        given = tuple(map(Path, [paths] if isinstance(paths, Path | str) else paths))
        options = ImportOptions(format, as_of, dry_run, tell, size_of(given))
        found = documents_at(given, as_of or self._collection.today())
        return self._bring_in(found, options, with_tracker)

    def add_bytes(
        self,
        name: str,
        data: bytes,
        *,
        format: str | None = None,
        as_of: date | None = None,
        dry_run: bool = False,
        with_tracker: bool = False,
        tell: Tell = unheard,
    ) -> Report:
        """Import what was pasted or piped in."""
        options = ImportOptions(format, as_of, dry_run, tell, len(data))
        document = document_of(name, data, as_of or self._collection.today())
        return self._bring_in([document], options, with_tracker)

    def _bring_in(
        self,
        found: Iterable[Document | DocumentReport],
        options: ImportOptions,
        with_tracker: bool,
    ) -> Report:
        try:
            report, states = self._collection.bring_in(found, options)
        except ImportStopped as stopped:
            if with_tracker and stopped.states:
                self.refresh()
                self.fill_untouched(stopped.states)
            raise
        if not with_tracker or options.dry_run:
            return report
        return report.with_states(len(self.fill_untouched(states).papers))

    def documents(self) -> tuple[DocumentInfo, ...]:
        """In the order they came, removed ones too."""
        return self.snapshot.documents

    def remove_document(self, word: str) -> DocumentInfo:
        """Hide a document; what the reader made of its papers is kept. Raises UnknownDocument."""
        return self._collection.remove(word)

    def restore_document(self, word: str) -> DocumentInfo:
        """Bring a removed document back. Raises UnknownDocument, also for a purged one."""
        return self._collection.restore(word)

    def purge_document(self, word: str) -> DocumentInfo:
        """Delete a document's bytes for good."""
        return self._collection.purge(word)

    def refresh(self, told: Told = nobody) -> bool:
        """Make the papers anew if documents, decisions or corrections changed; whether they did.

        `told` hears how far it is, and may raise to stop it.
        """
        return self._collection.refresh(told)

    def poll(self) -> Changes:
        """Bring in what other processes did; reads files, so call it from a worker.

        Where papers do not follow (see Edits) it only tells that they are to be made anew.
        """
        keys = self.tracker.poll()
        self._may_be_behind |= bool(keys) or self._collection.changed_outside()
        papers = False
        if self.follows:
            papers = self._may_be_behind and self.refresh()
            self._may_be_behind = False
        elif self._may_be_behind and self._collection.settled:
            papers = self._collection.is_behind()
            self._may_be_behind = False
        found = {paper.id: paper for key in keys if (paper := self.snapshot.find(key))}
        if found:
            # Else nothing: each second the index would forget what it keeps for the next key.
            self._reindex(found.values())
        return Changes(papers, frozenset(found))

    def history(self, limit: int | None = None) -> list[HistoryEntry]:
        """What changed when, newest first."""
        return list(islice(self.tracker.history(), limit))

    @property
    def saving(self) -> Saving:
        """Whether everything is on disk, and if not, why."""
        return self.tracker.saving

    def flush(self, timeout: float | None = None) -> None:
        """Return once everything is on disk. Raises CannotSave, Locked."""
        self.tracker.flush(timeout)

    def close(self, timeout: float = 2.0) -> None:
        self._indexing.keep_made()
        self.tracker.close(timeout)
