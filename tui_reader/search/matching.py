"""Which papers answer a node, and how well: one byte a paper, 0 for no."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress

from tui_reader.search.corpus import Corpus
from tui_reader.search.filters import between_flags, is_flags, value_flags
from tui_reader.search.language.query import PLAIN_FIELDS, And, Between, Node, Not, Or, Phrase, Word
from tui_reader.search.matches.saying import Saying
from tui_reader.search.postings import Postings
from tui_reader.search.quality import APART, EXACT, MATCHES, PARTED, PREFIX

Flags = bytes | bytearray
_INVERTED = bytes([MATCHES]) + bytes(255)
_SHORTEST_PART, _SHORTEST_REST = 2, 3
_SHORT_FIELDS = ("title", "author", "tag")
_WORST_FIRST = ("abstract", "note", "tag", "author", "title")
assert set(_WORST_FIRST) == set(PLAIN_FIELDS)


class Matcher:
    """Answers nodes from the corpus. `abstracts` False leaves them out of plain words."""

    def __init__(
        self,
        corpus: Corpus,
        selected: frozenset[str] = frozenset(),
        check: Callable[[], None] = lambda: None,
    ) -> None:
        self.corpus = corpus
        self.selected = selected
        self.check = check

    def flags(self, node: Node, abstracts: bool) -> Flags:
        self.check()
        if isinstance(node, Word):
            return self._word(node, abstracts)
        if isinstance(node, Phrase):
            return self._phrase(node, abstracts)
        if isinstance(node, Not):
            return bytes(self.flags(node.node, True)).translate(_INVERTED)
        if isinstance(node, And):
            return _combined(min, [self.flags(child, abstracts) for child in node.nodes])
        if isinstance(node, Or):
            return _combined(max, [self.flags(child, abstracts) for child in node.nodes])
        if isinstance(node, Between):
            return between_flags(self.corpus, node)
        return is_flags(self.corpus, node, self.selected)

    def fields(self, node: Word | Phrase, abstracts: bool) -> list[str]:
        """The fields to look in, worst first."""
        known = self.corpus.postings
        if node.field:
            return [node.field] if node.field in known else []
        return [
            name for name in _WORST_FIRST if name in known and (abstracts or name != "abstract")
        ]

    def _word(self, node: Word, abstracts: bool) -> Flags:
        if node.field in ("category", "document"):
            return value_flags(self.corpus, node)
        flags = bytearray(len(self.corpus))
        fields = self.fields(node, abstracts)
        word = node.word
        for field in fields:
            fill(flags, self.corpus.postings[field].begun(word), PREFIX[field])
        for field in fields:
            fill(flags, self.corpus.postings[field].of(word), EXACT[field])
        for field in fields:
            if field in APART:
                fill_better(flags, self.run_together(field, word), APART[field])
        if "title" in fields and not self._is_known(word):
            for position in self._parted(word):
                flags[position] = max(flags[position], PARTED)
        return flags

    def _is_known(self, word: str) -> bool:
        """Whether any word but those of long texts is this one or begins so."""
        return any(self.corpus.postings[field].has_prefix(word) for field in _SHORT_FIELDS)

    def _parted(self, word: str) -> list[int]:
        """Papers with `low` and `rank` anywhere in the title, as `low rank` would find them."""
        titles = self.corpus.postings["title"]
        found: list[int] = []
        for cut in range(_SHORTEST_REST, len(word) - _SHORTEST_REST + 1):
            first, second = titles.of(word[:cut]), titles.of(word[cut:])
            if len(first) and len(second):
                found.extend(set(first).intersection(second))
        return found

    def run_together(self, field: str, word: str) -> list[int]:
        """Papers where `lowrank` stands as two words side by side."""
        postings = self.corpus.postings[field]
        found: list[int] = []
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_REST + 1):
            first, second = word[:cut], word[cut:]
            if first in postings and postings.has_prefix(second):
                both = common(postings, first, second)
                found.extend(self._saying(Phrase((first, second), open=True), field, both))
        return found

    def _saying(self, phrase: Phrase, field: str, candidates: Iterable[int]) -> Iterator[int]:
        """Those whose text has these words in a row; it can be broken off on the way."""
        says = Saying(self.corpus, phrase, field)
        for count, position in enumerate(candidates):
            if count % 256 == 0:
                self.check()
            if says(position):
                yield position

    def _phrase(self, node: Phrase, abstracts: bool) -> Flags:
        if node.field in ("category", "document"):
            return value_flags(self.corpus, node)
        flags = bytearray(len(self.corpus))
        for field in self.fields(node, abstracts):
            candidates = self.corpus.postings[field].having_all(node.words, open=node.open)
            fill(flags, self._saying(node, field, candidates), EXACT[field])
        return flags


def fill(flags: bytearray, positions: Iterable[int], quality: int) -> None:
    for position in positions:
        flags[position] = quality


def fill_better(flags: bytearray, positions: Iterable[int], quality: int) -> None:
    for position in positions:
        if flags[position] < quality:
            flags[position] = quality


def common(postings: Postings, first: str, second: str) -> list[int]:
    """Papers with the word `first` and a word that begins with `second`, ascending."""
    return sorted(set(postings.of(first)).intersection(postings.begun(second)))


def _combined(choose: Callable[[int, int], int], answers: Sequence[Flags]) -> bytes:
    first, *rest = answers
    for other in rest:
        first = bytes(map(choose, first, other))
    return bytes(first)


def positions_of(flags: Flags) -> "array[int]":
    """Where the flags are not 0, ascending; where few are, eight are skipped at a time."""
    size = len(flags)
    if size - flags.count(0) > size // 16:
        return array("I", compress(range(size), flags))
    even = size - size % 8
    eights = compress(range(0, even, 8), memoryview(flags)[:even].cast("Q"))
    found = array(
        "I", (place for start in eights for place in range(start, start + 8) if flags[place])
    )
    found.extend(place for place in range(even, size) if flags[place])
    return found
