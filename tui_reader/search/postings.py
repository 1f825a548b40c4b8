"""Words of one field, and the papers that have each."""

from abc import ABC, abstractmethod
from array import array
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain

from tui_reader.papers.steps import in_order
from tui_reader.search.parts import Parts, Pieces, from_lines, from_numbers, to_lines

# Sorts after every character a word can have.
_LAST = "\U0010ffff"
NONE = array("I")


class Postings(ABC):
    """Word -> positions of papers, ascending; the words also in a sorted list for prefixes."""

    _words: list[str]

    @abstractmethod
    def of(self, word: str) -> Sequence[int]: ...

    @abstractmethod
    def begun(self, prefix: str) -> Sequence[int]:
        """The papers of each word that starts with this, a paper once for each of them."""

    def having_all(self, words: Sequence[str], *, open: bool) -> list[int]:
        """The papers that may have these words in a row, ascending; of the last one, where it is
        `open`, only the beginning."""
        *whole, last = words
        if not open:
            whole.append(last)
        lists: list[Sequence[int] | set[int]] = [self.of(word) for word in whole]
        if open:
            lists.append(set(self.begun(last)))
        lists.sort(key=len)
        rarest = lists[0]
        if not rarest or len(lists) == 1:
            return sorted(rarest)
        return sorted(set(rarest).intersection(*lists[1:]))

    def __contains__(self, word: str) -> bool:
        return len(self.of(word)) > 0

    def __len__(self) -> int:
        return len(self._words)

    def starting(self, prefix: str) -> list[str]:
        low, high = self._run(prefix)
        return self._words[low:high]

    def containing(self, part: str) -> list[str]:
        """Every word is looked at: for when nothing else is found."""
        return [word for word in self._words if part in word]

    def has_prefix(self, prefix: str) -> bool:
        low = bisect_left(self._words, prefix)
        return low < len(self._words) and self._words[low].startswith(prefix)

    def _run(self, prefix: str) -> tuple[int, int]:
        low = bisect_left(self._words, prefix)
        return low, bisect_left(self._words, prefix + _LAST, low)


class KeptPostings(Postings):
    """Read from the parts of an index; they never change."""

    def __init__(self, parts: Parts, field: str) -> None:
        self._words = to_lines(parts[f"{field}.words"])
        self._starts = parts[f"{field}.starts"].cast("I")
        self._positions = parts[f"{field}.positions"].cast("I")

    def of(self, word: str) -> Sequence[int]:
        place = bisect_left(self._words, word)
        if place == len(self._words) or self._words[place] != word:
            return NONE
        return self._positions[self._starts[place] : self._starts[place + 1]]

    def begun(self, prefix: str) -> Sequence[int]:
        low, high = self._run(prefix)
        return self._positions[self._starts[low] : self._starts[high]]


class PostingsBuilder:
    """Takes in the words of one paper after the other."""

    def __init__(self) -> None:
        self._found: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))

    def append(self, position: int, words: Iterable[str]) -> None:
        """Positions must come in ascending order."""
        found = self._found
        for word in words:
            found[word].append(position)

    def add_moved(self, before: KeptPostings, moved: Sequence[int]) -> None:
        """Those of papers that are elsewhere now: `moved` is by their old positions, -1 where
        the paper is gone."""
        found = self._found
        for word in before.starting(""):
            positions = [*map(moved.__getitem__, before.of(word)), *found.get(word, ())]
            positions.sort()
            del positions[: bisect_left(positions, 0)]
            if positions:
                found[word] = array("I", positions)

    def pieces(self, field: str) -> Pieces:
        """For `KeptPostings`; nothing is left here."""
        words, starts, end = list(in_order(self._found, str)), array("I", (0,)), 0
        for word in words:
            positions = self._found.pop(word)
            end += len(positions)
            starts.append(end)
            yield f"{field}.positions", from_numbers(positions)
        yield f"{field}.positions", b""
        yield f"{field}.words", from_lines(words)
        yield f"{field}.starts", from_numbers(starts)


class GrowingPostings(Postings):
    """In memory; words and papers come and go."""

    def __init__(self) -> None:
        self._lists: dict[str, array[int]] = {}
        self._words = []

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

    def of(self, word: str) -> Sequence[int]:
        return self._lists.get(word, NONE)

    def begun(self, prefix: str) -> Sequence[int]:
        return array("I", chain.from_iterable(map(self.of, self.starting(prefix))))

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
