"""The search index of the present papers: from what is kept where it fits, else made anew."""

import threading
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from tui_reader.library.garbage import not_collected
from tui_reader.library.index_file import IndexFile
from tui_reader.library.paper_store import PaperStore
from tui_reader.papers import Paper, ReadingState
from tui_reader.papers.progress import Told, nobody
from tui_reader.search.parts import Parts
from tui_reader.search.searching import Searching

# An index of fewer papers is made as fast as it is read.
WORTH_KEEPING = 1_000


class Indexing:
    """Titles and authors are kept with the papers, abstracts in `catalogue/index`.

    The engine is imported where it is made: the first frame shows papers without searching any.
    """

    def __init__(
        self,
        directory: Path | None,
        state_of: Callable[[Paper], ReadingState],
        touched: Callable[[], Iterable[str]],
        today: Callable[[], date],
    ) -> None:
        """In memory when `directory` is None; `touched` are keys of papers with a state."""
        self._today = today
        self._directory = directory
        self._state_of = state_of
        self._touched = touched
        self._papers: PaperStore | None = None
        self._index: Searching | None = None
        self._unkept: tuple[IndexFile, Parts] | None = None
        self._lock = threading.Lock()
        self._abstracts_lock = threading.Lock()

    def first(self, papers: PaperStore) -> Searching:
        """Without abstracts, where these take time."""
        with self._lock:
            if self._index is None or self._papers is not papers:
                self._index = self._made(papers)
                self._papers = papers
            return self._index

    def _made(self, papers: PaperStore) -> Searching:
        from tui_reader.search.building import VERSION
        from tui_reader.search.index import Index

        parts = papers.titles(VERSION) or self._other_titles(papers)
        positions = map(papers.position, tuple(self._touched()))
        return Index(
            papers,
            self._state_of,
            parts=parts,
            touched=[position for position in positions if position is not None],
            position_of=papers.position,
            abstracts=False,
            holding=papers.holding,
            today=self._today,
        )

    def _other_titles(self, papers: PaperStore) -> Parts:
        """Where the papers come from another version, of Python say, these are kept apart."""
        from tui_reader.search.building import build_titles

        file = self._file(papers, "titles")
        parts = file.load() if file else None
        if parts is None:
            with not_collected:
                parts = build_titles(papers)
            if file:
                file.keep(parts.items())
        return parts

    def whole(self, papers: PaperStore, told: Told = nobody) -> Searching:
        index = self.first(papers)
        with self._abstracts_lock:
            if not index.has_abstracts:
                index.add_abstracts(self._abstracts(papers, told))
        return index

    def _abstracts(self, papers: PaperStore, told: Told) -> Parts:
        """Made with what the last index has: a library changes by a few papers at a time."""
        from tui_reader.search.building import build_abstracts

        file = self._file(papers)
        parts = file.load() if file else None
        if parts is None:
            with not_collected:
                parts = build_abstracts(papers, told, file.load_before() if file else None)
            if file:
                self._unkept = file, parts
        return parts

    def update(self, papers: Iterable[Paper]) -> None:
        """The reader made something of these papers."""
        if self._index is not None:
            self._index.update(papers)

    def keep(self, papers: PaperStore, told: Told, *, to_search: bool = True) -> None:
        """Have all of it on disk, where that is worth it."""
        file = self._file(papers)
        if file and to_search:
            self.whole(papers, told)
            self.keep_made()
        elif file and file.load() is None:
            from tui_reader.search.building import abstracts

            # To be searched, their rows would take as much memory again.
            with not_collected:
                file.keep(abstracts(papers, told, file.load_before()))

    def keep_made(self) -> None:
        """Write what was made; from then on abstracts are looked up in the file."""
        if self._unkept is None:
            return
        (file, parts), self._unkept = self._unkept, None
        kept = file.keep(parts.items()) and file.load()
        if kept and self._index and file == self._file(self._papers):
            self._index.add_abstracts(kept)

    def _file(self, papers: PaperStore | None, name: str = "abstracts") -> IndexFile | None:
        from tui_reader.search.building import VERSION

        if self._directory is None or papers is None or len(papers) < WORTH_KEEPING:
            return None
        return IndexFile(self._directory / name, VERSION, papers.digest)
