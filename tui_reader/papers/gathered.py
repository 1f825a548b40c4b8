"""Records gathered into works, and papers made of them as these are asked for.

Of a million records all papers at once would take as much memory again as a third of the records.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from tui_reader.papers.best_fields import paper_of
from tui_reader.papers.clusters import Clusters
from tui_reader.papers.paper import Paper
from tui_reader.papers.progress import Told, telling
from tui_reader.papers.proposal import Proposal
from tui_reader.papers.record import Record
from tui_reader.papers.steps import in_order

_FORGOTTEN = Record(document="", line=0)
Rank = Callable[[Record], tuple[int, int]]


class Gathered:
    """Works, spoken of by the root of their records in `clusters`."""

    def __init__(
        self, records: list[Record], clusters: Clusters, place_of: Mapping[str, int], rank: Rank
    ) -> None:
        """`place_of` tells whose a key is, `rank` orders the records of a work."""
        self._records = records
        self.roots = array("I", clusters.roots())
        self._clusters = clusters
        self._place_of = place_of
        self._rank = rank

    def paper(self, root: int) -> Paper:
        members = self._clusters.members(root)
        records = [self._records[member] for member in sorted(members)]
        return paper_of(sorted(records, key=self._rank), self._lesser_keys(members))

    def best(self, root: int) -> Record | Paper:
        """What tells title, abstract and date of a work."""
        if len(self._clusters.members(root)) == 1:
            return self._records[root]
        return self.paper(root)

    def id(self, root: int) -> str:
        """That of the paper."""
        members = self._clusters.members(root)
        return min([self._records[member].key for member in members] + self._lesser_keys(members))

    def _lesser_keys(self, members: Iterable[int]) -> list[str]:
        """Those that only lesser knowledge of a record gives."""
        place_of = self._place_of
        return [
            key
            for member in members
            for key in self._records[member].lesser_keys
            if place_of[key] == member
        ]

    def forget(self, root: int) -> None:
        """Nothing more is asked of this work."""
        for member in self._clusters.members(root):
            self._records[member] = _FORGOTTEN

    def newest_first(self, told: Told) -> Iterator[int]:
        """The roots in the order of papers: then by title."""
        dated: defaultdict[str, list[int]] = defaultdict(list)
        for root in telling(self.roots, len(self.roots), told):
            dated[self.best(root).date].append(root)
        for date in sorted(dated, reverse=True):
            titled = ((self._title_and_id(root), root) for root in dated.pop(date))
            yield from (root for _, root in in_order(titled, lambda pair: pair[0]))

    def _title_and_id(self, root: int) -> str:
        return f"{self.best(root).title.casefold()}\0{self.id(root)}"


class Papers:
    """Newest first, then by title; each is made as it is asked for."""

    def __init__(self, works: Gathered, proposals: Iterable[Proposal], told: Told) -> None:
        self._works = works
        self._roots = array("I", works.newest_first(told))
        self._proposed: defaultdict[str, set[str]] = defaultdict(set)
        for proposal in proposals:
            self._proposed[proposal.first].add(proposal.second)
            self._proposed[proposal.second].add(proposal.first)

    def __len__(self) -> int:
        return len(self._roots)

    def __iter__(self) -> Iterator[Paper]:
        return map(self._made, self._roots)

    def taken(self) -> Iterator[Paper]:
        """Each for the last time: its records are forgotten, so that memory comes free."""
        for root in self._roots:
            yield self._made(root)
            self._works.forget(root)

    def _made(self, root: int) -> Paper:
        paper = self._works.paper(root)
        proposed = self._proposed.get(paper.id)
        return paper._replace(proposed=tuple(sorted(proposed))) if proposed else paper
