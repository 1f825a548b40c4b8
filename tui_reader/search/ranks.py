"""Places of papers among all in the order of titles and of the first authors' family names."""

from array import array
from collections.abc import Iterable

from tui_reader.papers import Paper
from tui_reader.papers.steps import in_order
from tui_reader.search.folding import fold
from tui_reader.search.parts import Parts, Raw, from_numbers

_LAST = "\U0010ffff"


class Ranks:
    def __init__(self, parts: Parts) -> None:
        self.titles = parts["title.ranks"].cast("I")
        self.authors = parts["author.ranks"].cast("I")


class RanksBuilder:
    def __init__(self) -> None:
        self._titles: list[str] = []
        self._names: list[str] = []

    def extend(self, papers: Iterable[Paper]) -> None:
        for paper in papers:
            name = fold(paper.authors[0]).rpartition(" ")[2] if paper.authors else _LAST
            self._titles.append(fold(paper.title) or _LAST)
            self._names.append(name)

    def to_parts(self) -> Raw:
        """Nothing is left here."""
        return {"title.ranks": _ranks(self._titles), "author.ranks": _ranks(self._names)}


def _ranks(values: list[str]) -> memoryview:
    """Equal ones have the same."""
    ranks, rank, before = array("I", bytes(4 * len(values))), -1, None
    for place in in_order(range(len(values)), values.__getitem__):
        if values[place] != before:
            rank, before = rank + 1, values[place]
        ranks[place] = rank
    values.clear()
    return from_numbers(ranks)
