"""The order of answers: by class at first, in detail among the best."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Sequence
from heapq import nsmallest

from rapidfuzz import fuzz

from tui_reader.search.corpus import Corpus
from tui_reader.search.matching import Flags
from tui_reader.search.quality import EXACT, SHORT_TEXT
from tui_reader.search.query import Node, Phrase, Word

DETAILED = 300
_LOWER_CLASS = 100_000
# Weights, against 1 for a whole word of the title. Of two equal matches the shorter text says
# more about what was typed; a long author list says nothing.
_LIKENESS = 0.0005
_AS_TYPED = 0.05
_BEGINS = 0.05
_PER_LETTER = 0.0009
_LONG = 300

class Ranking:
    """Orders candidates that answer all of `nodes`, `answers` telling how well."""

    def __init__(
        self,
        corpus: Corpus,
        nodes: Sequence[Node],
        answers: Sequence[Flags],
        newest: "array[int] | None",
    ) -> None:
        self._corpus = corpus
        self._answers = answers
        self._newest = newest
        self._words = [node.word for node in nodes if isinstance(node, Word)]
        for node in nodes:
            if isinstance(node, Phrase):
                self._words.extend(node.words)
        self._text = " ".join(self._words)

    def ordered(self, candidates: "array[int]") -> "array[int]":
        """Best first; what is alike is newest first."""
        classes = self._by_class(candidates)
        best: list[int] = []
        rest: array[int] = array("I")
        for key in sorted(classes, reverse=True):
            members = self._newest_first(classes[key])
            room = DETAILED - len(best)
            if room <= 0:
                rest.extend(members)
            elif len(members) <= room:
                best.extend(members)
            else:
                chosen = self._likeliest(members, room)
                best.extend(chosen)
                taken = set(chosen)
                rest.extend(place for place in members if place not in taken)
        best.sort(key=self.sort_key, reverse=True)
        return array("I", best) + rest

    def sort_key(self, position: int) -> tuple[bool, float]:
        titled = all(flags[position] >= SHORT_TEXT for flags in self._answers)
        return titled, self.score(position)

    def score(self, position: int) -> float:
        """About 0 to 1; what the detailed order goes by."""
        answers = self._answers
        if not answers:
            return 0.0
        row = self._corpus.titles[position]
        points = sum(flags[position] for flags in answers) / (EXACT["title"] * len(answers))
        points += _LIKENESS * fuzz.partial_ratio(self._text, row)
        points += _AS_TYPED * ((" " + self._text) in row)
        points += _BEGINS * row.startswith(" " + self._text)
        length = len(row) + len(self._corpus.authors[position])
        return points - _PER_LETTER * min(length, _LONG)

    def _by_class(self, candidates: "array[int]") -> dict[int, list[int]]:
        keys = _sums(self._answers, candidates)
        classes: dict[int, list[int]] = defaultdict(list)
        for place, key in zip(candidates, keys, strict=True):
            classes[key].append(place)
        return classes

    def _newest_first(self, members: list[int]) -> list[int]:
        if self._newest is None:
            return members
        return sorted(members, key=self._newest.__getitem__)

    def _likeliest(self, members: list[int], count: int) -> list[int]:
        """Those that say what was typed as it was typed, then the shortest titles."""
        titles, typed = self._corpus.titles, " " + self._text
        return nsmallest(
            count, members, key=lambda place: (typed not in titles[place], len(titles[place]))
        )


def _sums(answers: Sequence[Flags], candidates: "array[int]") -> Sequence[int]:
    """Qualities added up; where one is of a note or abstract only, in a lower class."""
    if not answers:
        return bytes(len(candidates))
    columns = [list(map(flags.__getitem__, candidates)) for flags in answers]
    if len(columns) == 1:
        return columns[0]
    least = _folded(min, columns)
    totals = [sum(values) for values in zip(*columns, strict=True)]
    return [
        total if low >= SHORT_TEXT else total - _LOWER_CLASS
        for total, low in zip(totals, least, strict=True)
    ]


def _folded(choose: Callable[[int, int], int], columns: Sequence[list[int]]) -> list[int]:
    return list(map(choose, *columns)) if len(columns) > 1 else columns[0]
