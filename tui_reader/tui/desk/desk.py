"""What the screens share: the library, what is listed, the cursor, the selection. No widgets."""

from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from tui_reader.library import Library, Step
from tui_reader.papers import Paper
from tui_reader.search.cancelled import Cancelled
from tui_reader.tui.config import Config
from tui_reader.tui.desk import answers
from tui_reader.tui.desk.answers import Answer
from tui_reader.tui.desk.changes import Change
from tui_reader.tui.desk.counting import Counting
from tui_reader.tui.desk.lane import Lane
from tui_reader.tui.desk.listing import Filter, Listing, make_listing, no_longer_matching
from tui_reader.tui.desk.making import Made, look_again, make, reverse, took
from tui_reader.tui.desk.selection import Selection

# More papers than these are changed by a worker.
FEW = 50


class Renewed(NamedTuple):
    """A listing of the library's present papers, and which of them no longer match."""

    listing: Listing
    gone: frozenset[str] = frozenset()


class Draft(NamedTuple):
    """A note or correction (`kind`) being written; kept in the session until it is saved."""

    kind: str
    paper: str
    text: str
    authors: str = ""


class Desk(Counting):
    """Holds values that never change themselves and replaces them, so screens can bind to them."""

    def __init__(
        self, library: Library, config: Config, today: Callable[[], date] = date.today
    ) -> None:
        super().__init__(library)
        self.config = config
        self.today = today
        self.cursor = -1
        # The paper the cursor should be on and which is not listed yet.
        self.sought: str | None = None
        self.selection = Selection()
        self._selected_listed = (self.listing, self.selection.ids, 0)
        self.stale: frozenset[str] = frozenset()
        self.last_change: Change | None = None
        self.draft: Draft | None = None
        self.lane = Lane()
        # What a worker is about, in words.
        self.work = ""
        # Ends that work, and says so.
        self.stop_work: Callable[[], Answer] | None = None
        # Papers are made anew by a worker, see Working.
        library.follows = False

    @property
    def paper(self) -> Paper | None:
        return self.listing.paper(self.cursor)

    # What is listed

    def listed(self, wanted: Filter, cancelled: Callable[[], bool] | None = None) -> Listing:
        """The listing of a filter; safe to call from a worker.

        Abstracts are passed over where their index is still being made: none is waited for.
        """
        return make_listing(self.library, wanted, cancelled, first_look=self.passes_over_abstracts)

    def looks_first(self, wanted: Filter) -> bool:
        """Whether a first look takes so little that a key can wait for it."""
        if wanted.is_empty or wanted.only is not None or not self.indexed:
            return False
        return self.library.first_index.orders_at_once(wanted.sorted_by)

    def first_look(self, wanted: Filter) -> Listing:
        """What titles, authors, tags and notes alone tell, for a key that cannot wait."""
        return make_listing(self.library, wanted, first_look=True, abstracts=False)

    def show(self, listing: Listing, at: str | None) -> None:
        """Replace what is listed; the cursor goes to this paper, else to the first row."""
        self.listing = listing
        self.stale = frozenset()
        self.selection = self.selection.ended()
        found = listing.find(at)
        self.sought = at if found < 0 else None
        self.cursor = found if found >= 0 else min(0, len(listing) - 1)

    def anew(self, listing: Listing, changed: Collection[str] | None) -> Renewed:
        """The listing on the library's present papers; called from a worker.

        After a decision on papers (`changed`) nothing moves, else it is made again under the
        same filter. No large index is waited for: the same rows, until there is one.
        """
        wanted, snapshot = listing.filter, self.library.snapshot
        with_text = bool(wanted.text.strip())
        small = self.is_small or snapshot is listing.snapshot
        if not with_text or (small and changed is None):
            return Renewed(make_listing(self.library, wanted))
        carried = listing.carried_over(snapshot, first_look=not small)
        if not small:
            return Renewed(carried)
        gone = no_longer_matching(carried, self.library, carried.ids_of(changed or ()))
        return Renewed(carried, gone)

    def renew(self, renewed: Renewed) -> None:
        """Show the listing made anew; the cursor stays on its paper, else on its row."""
        if renewed.listing.snapshot is not self.listing.snapshot:
            self.recount()
        place, paper, sought = self.cursor, self.paper, self.sought
        stale = renewed.listing.ids_of(self.stale) if renewed.gone else frozenset()
        self.show(renewed.listing, None)
        self.stale = stale | renewed.gone
        here = self.listing.find(paper.id if paper else sought)
        self.cursor = here if here >= 0 else min(max(place, 0), len(self.listing) - 1)

    def go_to(self, index: int) -> None:
        """Move the cursor; a range that was begun grows with it."""
        self.cursor = min(max(index, 0), len(self.listing) - 1)
        if self.selection.anchor is not None:
            self.selection = self.selection.reaching(self.cursor, self.listing.ids)

    # What a change acts on

    @property
    def targets(self) -> tuple[Paper, ...]:
        """The listed papers of the selection, else the one under the cursor."""
        if self.selection.ids:
            return self.listing.among(self.selection.ids)
        return (self.paper,) if self.paper else ()

    @property
    def no_target(self) -> Answer:
        """What to answer where there is none."""
        return answers.none_listed(len(self.selection.ids))

    @property
    def selected_listed(self) -> int:
        listing, ids, count = self._selected_listed
        if listing is not self.listing or ids is not self.selection.ids:
            listing, ids = self.listing, self.selection.ids
            count = listing.count_among(ids)
            self._selected_listed = (listing, ids, count)
        return count

    def select_all(self) -> None:
        """Select all that are listed, or none of them when all were selected."""
        before, listing = self.selection, self.listing
        self.selection = before.with_all(listing.ids())
        count = len(listing) if len(self.selection) > len(before) else 0
        self._selected_listed = (listing, self.selection.ids, count)

    def drop_selection(self) -> None:
        self.selection = Selection()

    def change(self, change: Change, done: Callable[[Answer], None]) -> None:
        """Apply a change as one step; it ends the selection and is what `.` repeats."""
        library, listing, selection = self.library, self.listing, self.selection
        one = () if selection.ids else self.targets
        looked = self._looked_at

        def work() -> Made:
            papers = listing.among(selection.ids) if selection.ids else one
            if not papers:
                return Made(answers.none_listed(len(selection.ids)))
            return make(library, change, papers, looked)

        def show(made: Made) -> None:
            if made.change is not None and self.selection is selection:
                self.selection = Selection()
            done(self.take(made, listing))

        quick = len(selection.ids) <= FEW and self._looks_quickly
        self.lane.do(work, show, quick=quick)

    def reverse(self, done: Callable[[Answer], None], *, back: bool) -> None:
        """Undo, or redo."""
        library, listing, looked = self.library, self.listing, self._looked_at
        self.lane.do(
            lambda: reverse(library, looked, back=back),
            lambda made: done(self.take(made, listing)),
            quick=False,
        )

    @property
    def _looks_quickly(self) -> bool:
        """Whether it is known at once which rows no longer match."""
        return self.quick or not self._looked_at.filter.text.strip()

    @property
    def _looked_at(self) -> Listing:
        """What is looked through for rows that no longer match: nothing that takes an index which
        is still being made."""
        return self.listing if self._is_final else Listing()

    @property
    def _is_final(self) -> bool:
        """Whether an index of abstracts would list nothing else."""
        return self.has_abstracts or (self.indexed and not self.listing.first_look)

    def took(self, step: Step, words: str, done: Callable[[Answer], None]) -> None:
        """Show a step that was made outside `change` (a note, a decision)."""
        library, listing, looked = self.library, self.listing, self._looked_at
        self.lane.do(
            lambda: took(library, step, words, looked),
            lambda made: done(self.take(made, listing)),
            quick=self._looks_quickly,
        )

    def tidy(self, done: Callable[[Answer], None]) -> None:
        """Take rows away that no longer match; the cursor stays."""
        listing, gone = self.listing, len(self.stale)

        def work() -> Renewed | None:
            with suppress(Cancelled):
                return Renewed(self.listed(listing.filter, lambda: self.listing is not listing))
            return None

        def show(renewed: Renewed | None) -> None:
            if renewed and self.listing is listing:
                self.renew(renewed)
                done(Answer(f"{gone} taken away" if gone else "tidy"))

        if listing.filter.text.strip() and not self._is_final:
            done(answers.NOT_YET)
        else:
            self.lane.do(work, show, quick=self._looks_quickly)

    def take(self, made: Made, listing: Listing) -> Answer:
        """Show what a change did to what was listed then; nothing moves."""
        if made.change is not None:
            self.last_change = made.change
        self.count_read(made.read)
        if self.listing is not listing:
            return made.answer
        before = len(self.stale)
        self.stale = (self.stale - made.read.keys()) | made.gone
        more = answers.stale(len(self.stale)) if len(self.stale) > before else ""
        return answers.joined(made.answer, more)

    def look_again(self, changed: Collection[str], done: Callable[[], None]) -> None:
        """Mark rows that changed elsewhere and no longer match; nothing moves."""
        library, listing, looked = self.library, self.listing, self._looked_at

        def show(gone: frozenset[str]) -> None:
            if self.listing is listing:
                self.stale = (self.stale - frozenset(changed)) | gone
            done()

        self.lane.do(lambda: look_again(library, looked, changed), show, quick=self._looks_quickly)
