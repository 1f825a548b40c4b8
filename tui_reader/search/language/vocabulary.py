"""The values a library has for the fields one can complete, most frequent first."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence


class Vocabulary:
    """Asked for when first needed and kept; make a new one when tags change."""

    def __init__(self, known: Mapping[str, Callable[[], Sequence[str]]]) -> None:
        self._known = known
        self._values: dict[str, Sequence[str]] = {}

    def values(self, field: str) -> Sequence[str]:
        """Values of tag, author, category or document; nothing for other fields."""
        if field not in self._values:
            self._values[field] = self._known[field]() if field in self._known else ()
        return self._values[field]


def most_frequent_first(values: Iterable[str]) -> list[str]:
    # Imported here: a screen knows of vocabularies long before a word is completed.
    from tui_reader.search.folding import fold

    counts = values if isinstance(values, Counter) else Counter(values)
    return sorted(sorted(counts, key=fold), key=counts.__getitem__, reverse=True)
