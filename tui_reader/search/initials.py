"""First letters of titles: `rlhf` finds the title that spells it."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence

SHORTEST = 3
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "can",
        "do",
        "does",
        "for",
        "from",
        "how",
        "in",
        "into",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "our",
        "over",
        "that",
        "the",
        "their",
        "this",
        "to",
        "towards",
        "under",
        "via",
        "we",
        "what",
        "when",
        "why",
        "with",
        "your",
    ]
)


class Initials:
    """The first letters of every title in one text, with and without its small words."""

    def __init__(self, rows: Sequence[str]) -> None:
        self._whole = _Line("".join([word[0] for word in row.split()]) for row in rows)
        self._telling = _Line(
            "".join([word[0] for word in row.split() if word not in _SMALL]) for row in rows
        )

    def beginning(self, letters: str) -> set[int]:
        """Positions of titles that begin so."""
        return {*self._whole.find("\n" + letters), *self._telling.find("\n" + letters)}

    def within(self, letters: str) -> set[int]:
        return {*self._whole.find(letters), *self._telling.find(letters)}


class _Line:
    def __init__(self, spelled: Iterator[str]) -> None:
        lines = ["\n" + letters for letters in spelled]
        self._text = "".join(lines)
        self._starts = array("I", (0,))
        start = 0
        for line in lines:
            start += len(line)
            self._starts.append(start)

    def find(self, letters: str) -> Iterator[int]:
        place = self._text.find(letters)
        while place >= 0:
            position = bisect_right(self._starts, place) - 1
            yield position
            place = self._text.find(letters, self._starts[position + 1])
