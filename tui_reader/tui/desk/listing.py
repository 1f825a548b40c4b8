"""What the list shows: which papers, in which order, and why. No widgets."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from tui_reader.library import Library, Snapshot
from tui_reader.papers import Paper
from tui_reader.search.results import Results
from tui_reader.search.sort import Sort

# Below this share of the rows it is quicker to look up each of some papers.
_FEW = 16

Cancelled = Callable[[], bool]


class Filter(NamedTuple):
    """What the reader asked for; `sort` None: by relevance with a text, newest first without.

    `only` lists just these paper ids, whatever the text says (the selection as a view).
    """

    text: str = ""
    sort: Sort | None = None
    reverse: bool = False
    only: frozenset[str] | None = None

    @property
    def is_empty(self) -> bool:
        return not self.text.strip() and self.only is None

    @property
    def sorted_by(self) -> Sort:
        return self.sort or (Sort.RELEVANCE if self.text.strip() else Sort.DATE)


EVERYTHING = Filter()


class Listing:
    """`rows` are positions in `papers`, those that match exactly first, then similar ones.

    A `first_look` has not been into the abstracts, or only passed over them, and similar papers
    are not in it; where no words are asked for there is no more to be found.
    It never changes. No dataclass, which takes half a millisecond of a start to declare.
    """

    __slots__ = ("filter", "first_look", "results", "rows", "snapshot")

    def __init__(
        self,
        *,
        snapshot: Snapshot | None = None,
        rows: Sequence[int] = (),
        filter: Filter = EVERYTHING,
        results: Results | None = None,
        first_look: bool = False,
    ) -> None:
        self.snapshot = snapshot
        self.rows = rows
        self.filter = filter
        self.results = results
        self.first_look = first_look

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def papers(self) -> Sequence[Paper]:
        return self.snapshot.papers if self.snapshot else ()

    @property
    def order(self) -> Sort:
        """The order to name: where nothing ranks them, hits stand newest first."""
        wanted = self.filter.sorted_by
        ranks = self.results is None or self.results.query.ranks
        return wanted if ranks or wanted is not Sort.RELEVANCE else Sort.DATE

    @property
    def exact(self) -> int:
        return self.results.exact if self.results else len(self.rows)

    @property
    def similar(self) -> int:
        return self.results.similar if self.results and not self.first_look else 0

    def paper(self, index: int) -> Paper | None:
        return self.papers[self.rows[index]] if 0 <= index < len(self.rows) else None

    def find(self, paper_id: str | None) -> int:
        """The row of a paper, -1 if it is not listed."""
        position = self._position(paper_id) if paper_id else None
        try:
            return -1 if position is None else self.rows.index(position)
        except ValueError:
            return -1

    def among(self, ids: Collection[str]) -> tuple[Paper, ...]:
        """The listed papers of these ids, in the order of the rows."""
        return tuple(self.papers[row] for row in self._rows_of(ids))

    def after(self, first: "Listing") -> "Listing":
        """With the rows of a first look left where they are, the others behind them."""
        if self.filter.sorted_by is not Sort.RELEVANCE or self.filter.reverse:
            return self
        exact = self.rows[: self.exact]
        known, still = set(first.rows), set(exact)
        kept = [row for row in first.rows if row in still]
        more = [row for row in exact if row not in known]
        return Listing(
            snapshot=self.snapshot,
            rows=(*kept, *more, *self.rows[self.exact :]),
            filter=self.filter,
            results=self.results,
            first_look=self.first_look,
        )

    def count_among(self, ids: Collection[str]) -> int:
        """How many of these ids are listed."""
        return sum(1 for _ in self._rows_of(ids))

    def _rows_of(self, ids: Collection[str]) -> Iterator[int]:
        """No paper is decoded for it: there may be a hundred thousand."""
        if not ids or self.snapshot is None:
            return iter(())
        if len(ids) < len(self.rows) // _FEW:
            wanted = set(map(self.snapshot.papers.position, ids))
            return filter(wanted.__contains__, self.rows)
        return (row for row, id_ in zip(self.rows, self.ids(), strict=True) if id_ in ids)

    def ids(self, first: int = 0, last: int | None = None) -> Sequence[str]:
        """Of all that are listed, or of the rows from `first` to before `last`."""
        return self.snapshot.papers.ids_of(self.rows[first:last]) if self.snapshot else ()

    def carried_over(self, snapshot: Snapshot, *, first_look: bool = False) -> "Listing":
        """The same rows among other papers; those joined there become one row."""
        found = map(snapshot.papers.position, self.ids())
        return Listing(
            snapshot=snapshot,
            rows=tuple(dict.fromkeys(row for row in found if row is not None)),
            filter=self.filter,
            results=self.results,
            first_look=first_look or self.first_look,
        )

    def ids_of(self, keys: Collection[str]) -> frozenset[str]:
        """Ids of the papers that have these keys of records."""
        if self.snapshot is None:
            return frozenset()
        papers = self.snapshot.papers
        found = map(papers.position, keys)
        return frozenset(papers.id_of(position) for position in found if position is not None)

    def _position(self, paper_id: str) -> int | None:
        return self.snapshot.papers.position(paper_id) if self.snapshot else None


def make_listing(
    library: Library,
    wanted: Filter,
    cancelled: Cancelled | None = None,
    *,
    first_look: bool = False,
    abstracts: bool = True,
) -> Listing:
    """The papers that pass the filter. The index is asked for where there is a text or an order.

    A first look with abstracts passes over them where they have no index yet.
    """
    snapshot = library.snapshot
    if wanted.only is not None:
        within = {snapshot.papers.position(paper_id) for paper_id in wanted.only}
        rows = tuple(row for row in _ordered(library, wanted) if row in within)
        return Listing(snapshot=snapshot, rows=rows, filter=wanted)
    if wanted.is_empty:
        return Listing(snapshot=snapshot, rows=_ordered(library, wanted), filter=wanted)
    index = library.first_index if first_look else library.index
    results = index.search(
        wanted.text,
        sort=wanted.sorted_by,
        reverse=wanted.reverse,
        cancelled=cancelled,
        abstracts=abstracts,
    )
    first_look = first_look and results.query.has_words
    return Listing(
        snapshot=snapshot,
        rows=results.positions[: results.exact] if first_look else results.positions,
        filter=wanted,
        results=results,
        first_look=first_look,
    )


def _ordered(library: Library, wanted: Filter) -> Sequence[int]:
    """The order of a start is that of the catalogue, and takes no index."""
    if wanted.sorted_by is Sort.DATE:
        rows = range(len(library.papers))
        return rows[::-1] if wanted.reverse else rows
    return library.first_index.order(wanted.sorted_by, wanted.reverse)


def no_longer_matching(
    listing: Listing, library: Library, changed: Collection[str]
) -> frozenset[str]:
    """Those of the changed papers that are listed but would not be, were the list made anew."""
    wanted = listing.filter
    if not wanted.text.strip() or wanted.only is not None:
        return frozenset()
    with_words = listing.results is None or listing.results.query.has_words
    index = library.index if with_words else library.first_index
    passing = set(index.search(wanted.text, sort=wanted.sorted_by).positions)
    return frozenset(
        id_
        for row, id_ in zip(listing.rows, listing.ids(), strict=True)
        if row not in passing and id_ in changed
    )
