"""Abstracts searched before their index is made: the bytes of all papers are looked through."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain

from tui_reader.papers import Paper
from tui_reader.search.folding import row_and_words
from tui_reader.search.postings import NONE, Postings

# Bytes; shorter beginnings stand in most abstracts. A Chinese character is a word of its own.
SHORTEST = 3
Check = Callable[[], None]
Holding = Callable[[str, Check], Iterator[int]]
"""Positions of the papers that hold a text anywhere, ascending; the check is called on the way."""


class Scanned:
    """What was found so far, kept while a word is typed on."""

    def __init__(self, papers: Sequence[Paper], holding: Holding) -> None:
        self._papers = papers
        self._holding = holding
        self._found: dict[str, dict[str, array[int]]] = {}

    def __getitem__(self, position: int) -> str:
        return self._row_and_words(position)[0]

    def beginning(self, position: int, most: int) -> str:
        return self[position][:most]

    def beginning_with(self, prefix: str, check: Check) -> dict[str, "array[int]"]:
        """The words that begin so, and where they are, of abstracts that hold them as typed."""
        for end in range(1, len(prefix) + 1):
            if (known := self._found.get(prefix[:end])) is not None:
                return {word: known[word] for word in known if word.startswith(prefix)}
        found: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
        for position in self._holding(prefix, check):
            for word in self._row_and_words(position)[1]:
                if word.startswith(prefix):
                    found[word].append(position)
        self._found[prefix] = found
        return found

    def _row_and_words(self, position: int) -> tuple[str, set[str]]:
        paper = self._papers[position]
        return row_and_words(paper.abstract, paper.shown.get(paper.abstract))


class ScannedPostings(Postings):
    """Finds words and their beginnings, and nothing like them: that takes an index."""

    def __init__(self, scanned: Scanned, check: Check) -> None:
        self._words = []
        self._scanned = scanned
        self._check = check

    def of(self, word: str) -> Sequence[int]:
        return self._beginning_with(word).get(word, NONE)

    def begun(self, prefix: str) -> Sequence[int]:
        return array("I", chain.from_iterable(self._beginning_with(prefix).values()))

    def having_all(self, words: Sequence[str], *, open: bool) -> list[int]:
        """Only the longest is looked for: others of a phrase stand in most abstracts."""
        longest = max(words, key=len)
        is_open = open and longest == words[-1]
        return sorted(set(self.begun(longest) if is_open else self.of(longest)))

    def __contains__(self, word: str) -> bool:
        """Not looked for: every word typed is cut in all places for words run together."""
        return False

    def _beginning_with(self, prefix: str) -> dict[str, "array[int]"]:
        if len(prefix.encode("utf-8", "surrogatepass")) < SHORTEST:
            return {}
        return self._scanned.beginning_with(prefix, self._check)
