"""What sets papers apart that answer a query with equal classes: points, told from their texts."""

from collections.abc import Sequence
from itertools import chain, pairwise

from rapidfuzz import fuzz

from tui_reader.search.corpus import Corpus
from tui_reader.search.language.query import Node, Phrase, Word
from tui_reader.search.matching import Flags
from tui_reader.search.postings import Postings
from tui_reader.search.quality import EXACT, is_of_author, lifted

MOST = 2
# Weights, against 1 for a whole word of the title. Of two equal matches the shorter text says
# more about what was typed; a long author list says nothing.
_LIKENESS = 0.0005
_AS_TYPED = 0.05
_TOGETHER = 0.02
_BEGINS = 0.08
_PER_LETTER = 0.0006
_LONG = 300
# An author and a word of the title is how papers are remembered, by the first author most of all.
_BY_AUTHOR = 0.2
_BY_FIRST = 0.03
_NAME_WORDS = 3  # about as many as the first author's name has
# A word that begins so many more words of titles than it is a name is hardly meant as one, less so
# if it is none of these words itself; but so short a one is rarely typed for such a beginning.
_HARDLY_A_NAME, _HARDLY_A_WHOLE_NAME = 2, 10
_SHORT_NAME = 3
# A paper is about a word if its abstract says it too, and more so if it says it again.
_TOLD = 0.2
_MOST_TOLD = 3
_TELLING = 8_000  # bytes of an abstract: a longer one is a whole paper
_MOST_NEAR = 8  # of the words like one typed, so many are looked for

# Words like the one typed, for each node.
Near = Sequence[Sequence[str]]


def words_of(nodes: Sequence[Node]) -> list[str]:
    words = [node.word for node in nodes if isinstance(node, Word)]
    for node in nodes:
        if isinstance(node, Phrase):
            words.extend(node.words)
    return words


class Points:
    def __init__(
        self, corpus: Corpus, nodes: Sequence[Node], answers: Sequence[Flags], near: Near = ()
    ) -> None:
        self._corpus = corpus
        self._answers = answers
        self._text = " ".join(words_of(nodes))
        self._starts = [f" {word}" for word in words_of(nodes)]
        self._told: list[tuple[str, ...]] = [
            (start,) for start in self._starts if len(start) >= len(" ab")
        ]
        if near:
            self._told = [
                (f" {node.word}", *(f" {word} " for word in like[:_MOST_NEAR]))
                for node, like in zip(nodes, near, strict=True)
                if isinstance(node, Word)
            ]
        self._names = [self._likely_name(node) for node in nodes]
        self.weighed = [self._weigh(*pair) for pair in zip(nodes, answers, strict=True)]

    def of(self, position: int) -> float:
        row = self._corpus.titles[position]
        total = sum(flags[position] for flags in self.weighed)
        points = total / (EXACT["title"] * len(self._answers))
        by_author = self._by_author(position)
        points += by_author or _LIKENESS * fuzz.partial_ratio(self._text, row)
        points += _AS_TYPED * ((" " + self._text) in row)
        points += _BEGINS * row.startswith(" " + self._text)
        points += _TOGETHER * self._together(row) + _TOLD * self._telling(position)
        length = len(row) + len(self._corpus.authors[position])
        return points - _PER_LETTER * min(length, _LONG)

    def _by_author(self, position: int) -> float:
        """For an author beside other words."""
        if len(self._answers) < 2:
            return 0.0
        likely = max(
            name * is_of_author(flags[position])
            for name, flags in zip(self._names, self._answers, strict=True)
        )
        return likely and likely * (_BY_AUTHOR + _BY_FIRST * self._by_first(position))

    def _by_first(self, position: int) -> bool:
        row = self._corpus.authors[position]
        starts = chain.from_iterable(self._told)
        places = [place for start in starts if (place := row.find(start)) >= 0]
        return bool(places) and row.count(" ", 0, min(places)) < _NAME_WORDS

    def _likely_name(self, node: Node) -> float:
        if not isinstance(node, Word) or len(node.word) <= _SHORT_NAME:
            return 1.0
        titles, authors = self._corpus.postings["title"], self._corpus.postings["author"]
        begun, named = len(titles.begun(node.word)), len(authors.of(node.word))
        most = _HARDLY_A_WHOLE_NAME if node.word in titles else _HARDLY_A_NAME
        return min(1.0, most * named / begun) if begun else 1.0

    def _together(self, row: str) -> float:
        """The share of words that stand side by side as they were typed."""
        if len(self._starts) < 2:
            return 0.0
        found = 0
        for first, second in pairwise(self._starts):
            place = row.find(first)
            found += place >= 0 and row.startswith(second, row.find(" ", place + 1))
        return found / (len(self._starts) - 1)

    def _telling(self, position: int) -> float:
        """How much of the words the abstract tells, 0 to 1."""
        text = self._corpus.abstract_beginning(position, _TELLING)
        if not text or not self._told:
            return 0.0
        told = sum(min(_MOST_TOLD, sum(map(text.count, like))) for like in self._told)
        return told / (_MOST_TOLD * len(self._told))

    def _weigh(self, node: Node, flags: Flags) -> Flags:
        """Beside other words it matters less whether a short one is whole or begins another."""
        if not isinstance(node, Word) or len(self._answers) == 1:
            return flags
        return flags.translate(lifted(share_whole([self._corpus.postings["title"]], node.word)))


def share_whole(fields: Sequence[Postings], word: str) -> float:
    """Of the words that begin so, but for the plural, those that are the word itself."""
    whole = sum(len(field.of(word)) for field in fields)
    if not whole:
        return 0.0
    begun = [(field, len(field.begun(word))) for field in fields]
    return whole / sum(count - len(field.of(word + "s")) for field, count in begun if count)
