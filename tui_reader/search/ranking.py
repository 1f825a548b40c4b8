"""The order of answers: by class at first, in detail among the best."""

from array import array
from collections.abc import Sequence
from heapq import nsmallest

from rapidfuzz import fuzz

from tui_reader.search.corpus import Corpus
from tui_reader.search.language.query import Node, Phrase, Word
from tui_reader.search.matching import Flags
from tui_reader.search.newest import NewestFirst
from tui_reader.search.quality import EXACT, SHORT_TEXT, WHOLE_FLAGS, lifted, stands_whole

DETAILED = 300
_LOWER_CLASS, _HIGHER_CLASS = 100_000, 1_000_000
_SHORTEST_FINISHED, _FINISHED_SHARE = 3, 0.33
# Weights, against 1 for a whole word of the title. Of two equal matches the shorter text says
# more about what was typed; a long author list says nothing.
_LIKENESS = 0.0005
_AS_TYPED = 0.05
_BEGINS = 0.1
_PER_LETTER = 0.0009
_LONG = 300
# An author and a word of the title is how papers are remembered; a name in a title is rare.
_BY_AUTHOR = 0.1
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
        self._finished = bool(nodes) and all(map(self._is_finished, nodes))
        self._weighed = [self._weigh(*pair) for pair in zip(nodes, answers, strict=True)]

    def ordered(self, candidates: "array[int]") -> "array[int]":
        """Best first; what is alike is newest first."""
        if not self._answers:
            return array("I", self._newest.sorted(candidates))
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

    def sort_key(self, position: int) -> tuple[bool, bool, float]:
        """All words whole where they are finished, none in long texts only, then the score."""
        qualities = [flags[position] for flags in self._answers]
        whole = not self._finished or all(map(stands_whole, qualities))
        return whole, all(quality >= SHORT_TEXT for quality in qualities), self.score(position)

    def score(self, position: int) -> float:
        """About 0 to 1; what the detailed order goes by."""
        answers = self._answers
        if not answers:
            return 0.0
        row = self._corpus.titles[position]
        points = sum(flags[position] for flags in self._weighed) / (EXACT["title"] * len(answers))
        by_author = any(flags[position] == EXACT["author"] for flags in answers)
        if by_author and len(answers) > 1:
            points += _BY_AUTHOR
        else:
            points += _LIKENESS * fuzz.partial_ratio(self._text, row)
        points += _AS_TYPED * ((" " + self._text) in row)
        points += _BEGINS * row.startswith(" " + self._text)
        length = len(row) + len(self._corpus.authors[position])
        return points - _PER_LETTER * min(length, _LONG)

    def _is_finished(self, node: Node) -> bool:
        """Whether a word is likely typed to its end: titles often have it as it stands."""
        if not isinstance(node, Word) or len(node.word) < _SHORTEST_FINISHED:
            return False
        return self._share_whole(node.word) > _FINISHED_SHARE

    def _share_whole(self, word: str) -> float:
        """Of the title words that begin so, but for the plural, those that are the word itself."""
        titles = self._corpus.postings["title"]
        begun = len(titles.begun(word)) - len(titles.of(word + "s"))
        return len(titles.of(word)) / begun if begun else 0.0

    def _weigh(self, node: Node, flags: Flags) -> Flags:
        """Beside other words it matters less whether a short one is whole or begins another."""
        if not isinstance(node, Word) or len(self._answers) == 1:
            return flags
        return flags.translate(lifted(self._share_whole(node.word)))

    def _by_class(self, candidates: Sequence[int]) -> "dict[int, array[int]]":
        keys = self._class_keys(candidates)
        classes = {key: array("I") for key in set(keys)}
        adders = {key: members.append for key, members in classes.items()}
        for place, key in zip(candidates, keys, strict=True):
            adders[key](place)
        return classes

    def _class_keys(self, candidates: Sequence[int]) -> Sequence[int]:
        """Qualities added up, below the classes that `sort_key` puts first."""
        columns = [bytes(map(flags.__getitem__, candidates)) for flags in self._answers]
        if len(columns) == 1 and not self._finished:
            return columns[0]
        weighed = [map(flags.__getitem__, candidates) for flags in self._weighed]
        totals = list(map(_total, *weighed))
        keys = [
            total if least >= SHORT_TEXT else total - _LOWER_CLASS
            for total, least in zip(totals, map(min, zip(*columns, strict=True)), strict=True)
        ]
        if self._finished:
            whole = map(
                min, zip(*(column.translate(WHOLE_FLAGS) for column in columns), strict=True)
            )
            keys = [
                key + _HIGHER_CLASS * is_whole for key, is_whole in zip(keys, whole, strict=True)
            ]
        return keys

    def _likeliest(self, members: "array[int]", count: int) -> Sequence[int]:
        """Those that say what was typed as it was typed, then the shortest titles."""
        if len(members) > _COMPARED:
            return members[:count]
        titles, typed = self._corpus.titles, " " + self._text
        return nsmallest(
            count, members, key=lambda place: (typed not in titles[place], len(titles[place]))
        )


def _total(*qualities: int) -> int:
    return sum(qualities)
