"""What the screens share: the library, what is listed, the cursor, the selection. No widgets."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from tui_reader.library import Library, LibraryError, Step
from tui_reader.papers import Paper, ReadingState, Status
from tui_reader.tui.config import Config
from tui_reader.tui.desk import answers
from tui_reader.tui.desk.answers import Answer
from tui_reader.tui.desk.changes import Change
from tui_reader.tui.desk.listing import Cancelled, Filter, Listing, make_listing, no_longer_matching
from tui_reader.tui.desk.selection import Selection
from tui_reader.tui.text import cleaned

# With more papers searching moves to a worker and counts are left out, so that no key waits.
QUICK = 20_000
# With more papers an index is built in a worker only.
QUICK_TO_INDEX = 1_000


class Draft(NamedTuple):
    """A note or correction (`kind`) being written; kept in the session until it is saved."""

    kind: str
    paper: str
    text: str
    authors: str = ""


class Desk:
    """Holds values that never change themselves and replaces them, so screens can bind to them."""

    def __init__(
        self, library: Library, config: Config, today: Callable[[], date] = date.today
    ) -> None:
        self.library = library
        self.config = config
        self.today = today
        self.listing = Listing()
        self.cursor = -1
        self.selection = Selection()
        self.stale: frozenset[str] = frozenset()
        self.last_change: Change | None = None
        self.draft: Draft | None = None
        self.indexed = False
        self.has_abstracts = False
        self._read: set[str] | None = None
        self.recount()

    @property
    def paper(self) -> Paper | None:
        return self.listing.paper(self.cursor)

    def state(self, paper: Paper) -> ReadingState:
        return self.library.state(paper)

    # What the index knows

    def build_index(self) -> None:
        """Build what counting and searching need but abstracts; called from a worker."""
        results = self.library.first_index.search("status:read")
        papers = self.library.papers
        self._read = {papers[position].id for position in results.positions}
        self.indexed = True

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

    def add_abstracts(self) -> None:
        """Make abstracts searchable too, from a worker: in a large library that takes a while."""
        self.has_abstracts = self.library.index.has_abstracts
        self.library.keep_index()

    @property
    def quick(self) -> bool:
        """Whether a key can wait for a search of everything."""
        return self.indexed and self.has_abstracts and len(self.library.papers) <= QUICK

    def _new_papers(self) -> None:
        """The index is that of other papers: a large one is built by a worker, not by a key."""
        small = len(self.library.papers) <= QUICK_TO_INDEX
        self.indexed, self.has_abstracts = self.indexed and small, self.has_abstracts and small

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

    def _count_read(self, changed: Iterable[Paper]) -> None:
        if self._read is not None:
            now = {paper.id: self.state(paper).status is Status.READ for paper in changed}
            self._read = (self._read - now.keys()) | {key for key, read in now.items() if read}

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

    # What is listed

    def listed(self, wanted: Filter, cancelled: Cancelled | None = None) -> Listing:
        """The listing of a filter; safe to call from a worker."""
        return make_listing(self.library, wanted, cancelled)

    def first_look(self, wanted: Filter) -> Listing:
        """What titles, authors, tags and notes alone tell, for a key that cannot wait."""
        return make_listing(self.library, wanted, first_look=True)

    def show(self, listing: Listing, at: str | None) -> None:
        """Replace what is listed; the cursor goes to this paper, else to the first row."""
        self.listing = listing
        self.stale = frozenset()
        self.selection = self.selection.ended()
        found = listing.find(at)
        self.cursor = found if found >= 0 else min(0, len(listing) - 1)

    def remake(self) -> None:
        """List anew under the same filter; the cursor stays on its paper, else on its row."""
        if self.library.snapshot is not self.listing.snapshot:
            self._new_papers()
        if self.listing.filter.text.strip() and not self.has_abstracts:
            # No key waits for an index: the same rows, until a worker has made one.
            self._carry_over()
            self.listing = replace(self.listing, first_look=True)
            return
        place, paper = self.cursor, self.paper
        self.show(self.listed(self.listing.filter), paper.id if paper else None)
        if paper and self.listing.find(paper.id) < 0:
            self.cursor = min(place, len(self.listing) - 1)

    def go_to(self, index: int) -> None:
        """Move the cursor; a range that was begun grows with it."""
        self.cursor = min(max(index, 0), len(self.listing) - 1)
        if self.selection.anchor is not None:
            self.selection = self.selection.reaching(self.cursor, self._id_at)

    def _id_at(self, index: int) -> str:
        paper = self.listing.paper(index)
        return paper.id if paper else ""

    def _carry_over(self) -> None:
        """Take the same rows over to the library's new papers; those joined become one row."""
        self._new_papers()
        old, new = self.listing, self.library.snapshot
        paper = self.paper
        found = (new.papers.position(old.papers[row].id) for row in old.rows)
        rows = tuple(dict.fromkeys(row for row in found if row is not None))
        self.listing = replace(old, snapshot=new, rows=rows)
        here = self.listing.find(paper.id if paper else None)
        self.cursor = here if here >= 0 else min(self.cursor, len(rows) - 1)

    # What a change acts on

    @property
    def targets(self) -> tuple[Paper, ...]:
        """The listed papers of the selection, else the one under the cursor."""
        if self.selection.ids:
            return self.listing.among(self.selection.ids)
        return (self.paper,) if self.paper else ()

    @property
    def selected_listed(self) -> int:
        return self.listing.count_among(self.selection.ids)

    def drop_selection(self) -> None:
        self.selection = Selection()

    def change(self, change: Change, targets: Collection[Paper] | None = None) -> Answer:
        """Apply a change as one step; it ends the selection and is what `.` repeats."""
        papers = tuple(self.targets if targets is None else targets)
        if not papers:
            return answers.NO_PAPER
        try:
            step = change.apply(self.library, papers)
        except LibraryError as error:
            return Answer(str(error))
        self.last_change = change
        self.selection = Selection()
        if not step.papers:
            return answers.already(change.words(self.state, papers), len(papers))
        words = change.words(self.state, step.papers)
        return self._after(answers.done(words, step.papers), step.papers)

    def took(self, step: Step, words: str) -> Answer:
        """The answer to a step that was made outside `change` (a note, a decision)."""
        if not step.papers:
            return answers.already(words, 1)
        # Of a pair that was decided, one is named: it was one question.
        return self._after(answers.done(words, step.papers[:1]), step.papers)

    def undo(self) -> Answer:
        return self._reverse(back=True)

    def redo(self) -> Answer:
        return self._reverse(back=False)

    def _reverse(self, back: bool) -> Answer:
        try:
            result = self.library.undo() if back else self.library.redo()
        except LibraryError as error:
            return Answer(str(error))
        if result is None:
            return Answer("nothing to undo" if back else "nothing to redo")
        say = answers.undone if back else answers.redone
        if self.library.snapshot is not self.listing.snapshot:
            self.remake()
        return self._after(say(result.papers, result.left, cleaned(result.label)), result.papers)

    def _after(self, answer: Answer, changed: Iterable[Paper]) -> Answer:
        changed = tuple(changed)
        self._count_read(changed)
        if self.library.snapshot is not self.listing.snapshot:
            self._carry_over()
        before = len(self.stale)
        self.look_again({paper.id for paper in changed})
        return answers.joined(
            answer, answers.stale(len(self.stale)) if len(self.stale) > before else ""
        )

    def look_again(self, changed: Collection[str]) -> None:
        """Mark rows that changed and no longer match; nothing moves."""
        if not self.listing.filter.text.strip() or not self.has_abstracts:
            return
        gone = no_longer_matching(self.listing, self.library.index, changed)
        self.stale = (self.stale - frozenset(changed)) | gone
