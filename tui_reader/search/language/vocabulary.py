"""The values a library has for the fields one can complete, most frequent first."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from tui_reader.papers import Paper, ReadingState


class Vocabulary:
    """Counted when first asked for and kept; make a new one when papers or tags change."""

    def __init__(self, papers: Sequence[Paper], state_of: Callable[[Paper], ReadingState]) -> None:
        self._papers = papers
        self._state_of = state_of
        self._values: dict[str, list[str]] = {}

    def values(self, field: str) -> Sequence[str]:
        """Values of tag, author, category or document; nothing for other fields."""
        if field not in self._values:
            # Imported here: a screen holds a vocabulary long before a word is completed.
            from tui_reader.search.folding import fold

            counts = Counter(self._all(field))
            self._values[field] = sorted(counts, key=lambda value: (-counts[value], fold(value)))
        return self._values[field]

    def _all(self, field: str) -> Iterable[str]:
        for paper in self._papers:
            if field == "author":
                yield from paper.authors
            elif field == "category" and paper.category:
                yield paper.category
            elif field == "document":
                yield from paper.documents
            elif field == "tag":
                yield from self._state_of(paper).tags
