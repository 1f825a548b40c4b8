"""The order of answers: by class at first, in detail among the best."""

from array import array
from collections.abc import Sequence
from heapq import nsmallest

from tui_reader.search.corpus import Corpus
from tui_reader.search.language.query import Node, Word
from tui_reader.search.matching import Flags
from tui_reader.search.newest import NewestFirst
from tui_reader.search.points import MOST, Near, Points, share_whole, words_of
from tui_reader.search.quality import SHORT_TEXT, WHOLE_FLAGS, stands_whole

DETAILED = 300
_LOWER_CLASS, _HIGHER_CLASS = 100_000, 1_000_000
_SHORTEST_FINISHED, _FINISHED_SHARE = 2, 0.33
_FINISHED_SHARE_OF_ALL = 0.4
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
        near: Near = (),
    ) -> None:
        self._corpus = corpus
        self._answers = answers
        self._newest = newest
        self._text = " ".join(words_of(nodes))
        self._finished = bool(nodes) and all(map(self._is_finished, nodes))
        self._points = Points(corpus, nodes, answers, near)

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
        best.sort(key=self.score, reverse=True)
        return array("I", best) + rest

    def score(self, position: int) -> float:
        """0 to 1, what the best are ordered by: first all words whole where they are finished,
        then none in long texts only, then the points."""
        if not self._answers:
            return 0.0
        qualities = [flags[position] for flags in self._answers]
        whole = not self._finished or all(map(stands_whole, qualities))
        in_short = all(quality >= SHORT_TEXT for quality in qualities)
        return (2 * whole + in_short + self._points.of(position) / MOST) / 4

    def _is_finished(self, node: Node) -> bool:
        """Whether a word is likely typed to its end: titles, or all texts, have it as it stands."""
        if not isinstance(node, Word) or len(node.word) < _SHORTEST_FINISHED:
            return False
        known = self._corpus.postings
        if share_whole([known["title"]], node.word) > _FINISHED_SHARE:
            return True
        texts = [known[field] for field in ("title", "abstract") if field in known]
        return share_whole(texts, node.word) > _FINISHED_SHARE_OF_ALL

    def _by_class(self, candidates: Sequence[int]) -> "dict[int, array[int]]":
        keys = self._class_keys(candidates)
        classes = {key: array("I") for key in set(keys)}
        adders = {key: members.append for key, members in classes.items()}
        for place, key in zip(candidates, keys, strict=True):
            adders[key](place)
        return classes

    def _class_keys(self, candidates: Sequence[int]) -> Sequence[int]:
        """Qualities added up, below the classes that `score` puts first."""
        columns = [bytes(map(flags.__getitem__, candidates)) for flags in self._answers]
        if len(columns) == 1 and not self._finished:
            return columns[0]
        weighed = [map(flags.__getitem__, candidates) for flags in self._points.weighed]
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
