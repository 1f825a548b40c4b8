"""The order of answers: by class at first, in detail among the best."""

from array import array
from collections.abc import Sequence
from heapq import nsmallest

from rapidfuzz import fuzz

from tui_reader.search.corpus import Corpus
from tui_reader.search.matching import Flags
from tui_reader.search.newest import NewestFirst
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
# In a larger class than this nothing was typed yet that tells one from the other.
_COMPARED = 4000


class Ranking:
    """Orders candidates that answer all of `nodes`, `answers` telling how well."""

    def __init__(
        self,
        corpus: Corpus,
        nodes: Sequence[Node],
        answers: Sequence[Flags],
        newest: NewestFirst,
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
        classes = self._by_class(self._newest.sorted(candidates))
        best: list[int] = []
        rest: array[int] = array("I")
        for key in sorted(classes, reverse=True):
            members = classes[key]
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

    def _by_class(self, candidates: Sequence[int]) -> "dict[int, array[int]]":
        keys = _sums(self._answers, candidates)
        classes = {key: array("I") for key in set(keys)}
        adders = {key: members.append for key, members in classes.items()}
        for place, key in zip(candidates, keys, strict=True):
            adders[key](place)
        return classes

    def _likeliest(self, members: "array[int]", count: int) -> Sequence[int]:
        """Those that say what was typed as it was typed, then the shortest titles."""
        if len(members) > _COMPARED:
            return members[:count]
        titles, typed = self._corpus.titles, " " + self._text
        return nsmallest(
            count, members, key=lambda place: (typed not in titles[place], len(titles[place]))
        )


def _sums(answers: Sequence[Flags], candidates: Sequence[int]) -> Sequence[int]:
    """Qualities added up; where one is of a note or abstract only, in a lower class."""
    if not answers:
        return bytes(len(candidates))
    columns = [bytes(map(flags.__getitem__, candidates)) for flags in answers]
    if len(columns) == 1:
        return columns[0]
    return [
        total if least >= SHORT_TEXT else total - _LOWER_CLASS
        for total, least in zip(map(_total, *columns), map(min, *columns), strict=True)
    ]


def _total(*qualities: int) -> int:
    return sum(qualities)
