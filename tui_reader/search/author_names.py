"""All names of authors, most frequent first: there are more of them than papers."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tui_reader.papers import Paper
from tui_reader.papers.steps import in_order
from tui_reader.search.folding import fold
from tui_reader.search.parts import from_values


class NamesBuilder:
    """Counts those that begin alike, one beginning after the other; until then they are text.

    As objects that are counted they would take ten times the memory.
    """

    def __init__(self) -> None:
        self._begun: defaultdict[str, bytearray] = defaultdict(bytearray)

    def extend(self, papers: Iterable[Paper]) -> None:
        begun: defaultdict[str, list[str]] = defaultdict(list)
        for paper in papers:
            for name in paper.authors:
                begun[fold(name)[:1]].append(name)
        for beginning, names in begun.items():
            self._begun[beginning] += _items(names)

    def to_part(self) -> bytes:
        """Those that are as frequent in the order of their folded names; nothing is left here."""
        found: defaultdict[int, bytearray] = defaultdict(bytearray)
        for beginning in sorted(self._begun):
            for often, names in _counted(_from_items(self._begun.pop(beginning))):
                found[often] += _items(names)
        most_first = b"".join([found[often] for often in sorted(found, reverse=True)])
        return b"[" + most_first[:-1] + b"]"


def _counted(names: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    counts = Counter(names)
    found: defaultdict[int, list[str]] = defaultdict(list)
    folded = dict(zip(counts, map(fold, counts), strict=True))
    for name in in_order(counts, folded.__getitem__):
        found[counts[name]].append(name)
    yield from found.items()


def _items(names: Sequence[str]) -> bytes:
    """Of a JSON array, a comma after each."""
    return from_values(names)[1:-1] + b","


def _from_items(items: bytearray) -> list[str]:
    names: list[str] = json.loads(b"[" + items[:-1] + b"]")
    return names
