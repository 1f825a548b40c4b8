"""What the records of a work tell together, kept while works grow."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tui_reader.papers.identifiers import Identifier, Kinds, of_the_work


@dataclass(slots=True)
class Work:
    """`identifiers` by kind, and whether any record has a title; of so many records."""

    identifiers: Kinds = field(default_factory=dict)
    titled: bool = False
    records: int = 0


class Works:
    """Looks at each record once for every set it is in, not once for every question."""

    def __init__(self, titles: Sequence[str], identifiers: Sequence[Sequence[Identifier]]) -> None:
        self._titles = titles
        self._identifiers = identifiers
        self._known: dict[int, Work] = {}

    def work(self, members: Sequence[int]) -> Work:
        """Of the records at these places: a set of Clusters, which only grows at its end."""
        work = self._known.setdefault(members[0], Work())
        for place in members[work.records :]:
            work.titled = work.titled or bool(self._titles[place])
            for kind, value in of_the_work(self._identifiers[place]):
                work.identifiers.setdefault(kind, set()).add(value)
        work.records = len(members)
        return work
