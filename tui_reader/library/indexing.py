"""The search index of the present papers: from its files where they fit, else made anew."""

import threading
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from tui_reader.library.garbage import not_collected
from tui_reader.library.index_file import IndexFile
from tui_reader.library.paper_store import PaperStore
from tui_reader.papers import Paper, ReadingState
from tui_reader.papers.progress import Told, nobody, part
from tui_reader.search.parts import Parts
from tui_reader.search.searching import Searching

# An index of fewer papers is made as fast as it is read.
WORTH_KEEPING = 1_000
TITLES, ABSTRACTS = "titles", "abstracts"
# Of what it costs to make all of it.
_TITLES_COST = 0.25
Build = Callable[[PaperStore, Told], Parts]


class Indexing:
    """In `catalogue/index`, one file for abstracts and one for all else.

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
        self._unkept: dict[IndexFile, Parts] = {}
        self._lock = threading.Lock()
        self._abstracts_lock = threading.Lock()

    def first(self, papers: PaperStore, told: Told = nobody) -> Searching:
        """Without abstracts, where these take time."""
        with self._lock:
            if self._index is None or self._papers is not papers:
                self._index = self._made(papers, told)
                self._papers = papers
            return self._index

    def _made(self, papers: PaperStore, told: Told) -> Searching:
        from tui_reader.search.building import build_titles
        from tui_reader.search.index import Index

        positions = map(papers.position, tuple(self._touched()))
        return Index(
            papers,
            self._state_of,
            parts=self._parts(TITLES, papers, build_titles, told),
            touched=[position for position in positions if position is not None],
            position_of=papers.position,
            abstracts=False,
            today=self._today,
        )

    def whole(self, papers: PaperStore, told: Told = nobody) -> Searching:
        index = self.first(papers, part(told, 0, _TITLES_COST))
        with self._abstracts_lock:
            if not index.has_abstracts:
                rest = part(told, _TITLES_COST, 1)
                index.add_abstracts(self._parts(ABSTRACTS, papers, self._build_abstracts, rest))
        return index

    def _build_abstracts(self, papers: PaperStore, told: Told) -> Parts:
        """With what the last index has of them: a library changes by a few papers at a time."""
        from tui_reader.search.building import build_abstracts

        file = self._file(ABSTRACTS, papers)
        return build_abstracts(papers, told, file.load_before() if file else None)

    def update(self, papers: Iterable[Paper]) -> None:
        """The reader made something of these papers."""
        if self._index is not None:
            self._index.update(papers)

    def keep(self, papers: PaperStore, told: Told, *, to_search: bool = True) -> None:
        """Have all of it on disk, where that is worth it."""
        titles = self._file(TITLES, papers)
        if titles and to_search:
            self.whole(papers, told)
            self.keep_made()
        elif titles:
            self._keep_unused(titles, papers, told)

    def _keep_unused(self, titles: IndexFile, papers: PaperStore, told: Told) -> None:
        """What is looked up in memory, and the rows of abstracts, would take as much again."""
        from tui_reader.search.building import abstracts, build_titles

        with not_collected:
            if titles.load() is None:
                titles.keep(build_titles(papers, part(told, 0, _TITLES_COST)).items())
            file = self._file(ABSTRACTS, papers)
            if file and file.load() is None:
                rest = part(told, _TITLES_COST, 1)
                file.keep(abstracts(papers, rest, file.load_before()))

    def keep_made(self) -> None:
        """Write what was made; from then on abstracts are looked up in the file."""
        while True:
            try:
                file, parts = self._unkept.popitem()
            except KeyError:
                return
            kept = file.keep(parts.items()) and file.load()
            if kept and self._index and file == self._file(ABSTRACTS, self._papers):
                self._index.add_abstracts(kept)

    def _parts(self, name: str, papers: PaperStore, build: Build, told: Told) -> Parts:
        file = self._file(name, papers)
        parts = file.load() if file else None
        if parts is None:
            with not_collected:
                parts = build(papers, told)
            if file:
                self._unkept[file] = parts
        return parts

    def _file(self, name: str, papers: PaperStore | None) -> IndexFile | None:
        from tui_reader.search.building import VERSION

        if self._directory is None or papers is None or len(papers) < WORTH_KEEPING:
            return None
        return IndexFile(self._directory / name, f"{name}, {VERSION}", papers.digest)
