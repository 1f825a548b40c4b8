"""Words of one field, and the papers that have each."""

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable

# Sorts after every character a word can have.
_LAST = "\U0010ffff"
_NONE = array("I")


class Postings:
    """Word -> positions of papers, ascending; the words also in a sorted list for prefixes."""

    def __init__(self) -> None:
        self._lists: dict[str, array[int]] = {}
        self._words: list[str] = []

    def append(self, position: int, words: Iterable[str]) -> None:
        """Positions must come in ascending order; `finish` when all are in."""
        lists = self._lists
        for word in words:
            if word in lists:
                lists[word].append(position)
            else:
                lists[word] = array("I", (position,))

    def finish(self) -> None:
        self._words = sorted(self._lists)

    def __contains__(self, word: str) -> bool:
        return word in self._lists

    def __len__(self) -> int:
        return len(self._words)

    def of(self, word: str) -> "array[int]":
        return self._lists.get(word, _NONE)

    def starting(self, prefix: str) -> list[str]:
        words = self._words
        low = bisect_left(words, prefix)
        return words[low : bisect_left(words, prefix + _LAST, low)]

    def containing(self, part: str) -> list[str]:
        """Every word is looked at: for when nothing else is found."""
        return [word for word in self._words if part in word]

    def has_prefix(self, prefix: str) -> bool:
        low = bisect_left(self._words, prefix)
        return low < len(self._words) and self._words[low].startswith(prefix)

    def insert(self, position: int, words: Iterable[str]) -> None:
        """One paper more for these words, at any time."""
        for word in words:
            if word not in self._lists:
                self._lists[word] = array("I", (position,))
                insort(self._words, word)
            elif position not in self._at(word, position):
                insort(self._lists[word], position)

    def remove(self, position: int, words: Iterable[str]) -> None:
        for word in words:
            found = self._lists.get(word)
            if found is None or position not in self._at(word, position):
                continue
            del found[bisect_left(found, position)]
            if not found:
                del self._lists[word]
                del self._words[bisect_left(self._words, word)]

    def _at(self, word: str, position: int) -> "array[int]":
        found = self._lists[word]
        place = bisect_left(found, position)
        return found[place : place + 1]
