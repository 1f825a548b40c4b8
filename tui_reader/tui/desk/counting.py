"""What is known of all papers: how many are read, how many a query finds, which tags there are."""

from collections.abc import Mapping, Sequence

from tui_reader.library import Library
from tui_reader.papers import Paper, ReadingState, Status
from tui_reader.papers.progress import Told
from tui_reader.tui.desk.listing import Listing
from tui_reader.tui.text import cleaned

# With more papers searching moves to a worker and counts are left out, so that no key waits.
QUICK = 20_000
# With more papers an index is built in a worker only.
QUICK_TO_INDEX = 1_000


class Counting:
    def __init__(self, library: Library) -> None:
        self.library = library
        self.listing = Listing()
        self._indexed: Sequence[Paper] | None = None
        self._with_abstracts: Sequence[Paper] | None = None
        self._read: set[str] | None = None
        self.recount()

    def state(self, paper: Paper) -> ReadingState:
        return self.library.state(paper)

    def build_index(self) -> None:
        """Build what counting and searching need but abstracts; called from a worker."""
        results = self.library.first_index.search("status:read")
        papers = self.library.papers
        self._read = {papers[position].id for position in results.positions}
        self._indexed = papers

    @property
    def indexed(self) -> bool:
        """Whether there is an index, and where it takes long to make, of the present papers."""
        return self._is_present(self._indexed)

    @property
    def has_abstracts(self) -> bool:
        return self._is_present(self._with_abstracts)

    @property
    def passes_over_abstracts(self) -> bool:
        """Whether abstracts are looked through as their index is still being made."""
        return not (self.is_small or self.has_abstracts)

    def _is_present(self, papers: Sequence[Paper] | None) -> bool:
        return papers is not None and (self.is_small or papers is self.library.papers)

    @property
    def counted(self) -> bool:
        """Whether it is known how many papers are read."""
        return self._read is not None

    def recount(self) -> None:
        """Count the papers that are read, at once where that is quick, else with the index."""
        library = self.library
        if len(library.papers) > QUICK_TO_INDEX:
            self._read = None
            return
        touched = map(library.snapshot.find, tuple(library.tracker.touched()))
        papers = filter(None, touched)
        self._read = {paper.id for paper in papers if self.state(paper).status is Status.READ}

    def add_abstracts(self, told: Told) -> None:
        """Make an index of abstracts too, from a worker: in a large library that takes a while."""
        papers = self.library.papers
        if self.library.make_index(told).has_abstracts:
            self._with_abstracts = papers

    @property
    def quick(self) -> bool:
        """Whether a key can wait for a search of everything."""
        return self.indexed and self.has_abstracts and len(self.library.papers) <= QUICK

    @property
    def is_small(self) -> bool:
        """Whether the index is made when it is first asked for, not by a worker of its own."""
        return len(self.library.papers) <= QUICK_TO_INDEX

    def count_read(self, changed: Mapping[str, bool]) -> None:
        """Of each of these papers, whether it is read now."""
        if self._read is not None:
            self._read = (self._read - changed.keys()) | {id_ for id_ in changed if changed[id_]}

    @property
    def read_words(self) -> str:
        if self._read is None:
            return ""
        return f"{len(self._read)} of {len(self.listing.papers)} read"

    def count_own(self) -> tuple[int, int]:
        """How many papers come from the reader's documents, and how many only from samples."""
        documents = self.library.snapshot.documents
        seeds = {document.id for document in documents if document.seed}
        papers = self.library.papers
        own = sum(any(s.document_id not in seeds for s in paper.sources) for paper in papers)
        return own, len(papers) - own

    @property
    def only_samples(self) -> bool:
        there = [d for d in self.library.snapshot.documents if d.removed_at is None]
        return all(document.seed for document in there)

    def count(self, query: str) -> int | None:
        """How many papers a query finds, None while that cannot be told at once."""
        if not self.quick:
            return None
        return self.library.index.search(query).exact

    def complete_tag(self, text: str) -> list[str]:
        """The whole line with each tag the last word may become."""
        head, _, last = text.rpartition(" ")
        sign = last[:1] if last[:1] in {"+", "-"} else ""
        start = f"{head} {sign}" if head else sign
        return [start + name for name in self._tags() if name.startswith(last.removeprefix(sign))]

    def _tags(self) -> list[str]:
        """All tags in use."""
        if not self.indexed:
            return []
        papers = self.library.papers
        tagged = self.library.first_index.search("has:tag").positions
        names = {name for row in tagged for name in self.state(papers[row]).tags}
        # Others cannot be typed: they hold what no terminal may be shown.
        return sorted(name for name in names if cleaned(name) == name)
