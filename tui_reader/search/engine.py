"""From a query's terms to ordered positions: exact answers, then similar where few."""

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from tui_reader.search.corpus import Corpus
from tui_reader.search.language.query import And, Node, Or, Phrase, Word
from tui_reader.search.matching import Flags, Matcher, fill_better, positions_of
from tui_reader.search.newest import NewestFirst
from tui_reader.search.quality import APART, TWO_WORDS
from tui_reader.search.ranking import Ranking
from tui_reader.search.similar import Similar

FEW = 20
# So many of the words nearest to one that finds nothing are counted.
_MOST_NEAREST = 20
_KEPT_BYTES = 8_000_000
_LEAST_KEPT = 8


@dataclass(frozen=True, slots=True)
class Answer:
    """Positions best first; `near` are the words that similar ones were found by."""

    exact: "array[int]"
    similar: "array[int]"
    ranking: Ranking
    near: tuple[str, ...] = ()


class Memory:
    """Answers to single terms, and to the last query with abstracts and without."""

    def __init__(self, size: int) -> None:
        self._room = max(_LEAST_KEPT, _KEPT_BYTES // max(1, size))
        self._flags: OrderedDict[tuple[Node, bool], Flags] = OrderedDict()
        self.last: dict[bool, tuple[tuple[Node, ...], array[int]]] = {}

    def recall(self, key: tuple[Node, bool]) -> Flags | None:
        return self._flags.get(key)

    def keep(self, key: tuple[Node, bool], flags: Flags) -> None:
        self._flags[key] = flags
        while len(self._flags) > self._room:
            self._flags.popitem(last=False)


class Engine:
    def __init__(
        self,
        corpus: Corpus,
        similar: Similar,
        matcher: Matcher,
        memory: Memory,
        newest: NewestFirst,
        abstracts: bool,
    ) -> None:
        self._corpus = corpus
        self._similar = similar
        self._matcher = matcher
        self._memory = memory
        self._newest = newest
        self._abstracts = abstracts

    def answer(self, terms: tuple[Node, ...]) -> Answer:
        sought = [node for node in terms if isinstance(node, Word | Phrase | And | Or)]
        filters = [node for node in terms if not isinstance(node, Word | Phrase | And | Or)]
        answers = self._with_neighbours(sought, [self.flags(node) for node in sought])
        sieves = [self.flags(node) for node in filters]
        found = self._exact(terms, [*answers, *sieves])
        self._memory.last[self._abstracts] = (terms, found)
        ranking = Ranking(self._corpus, sought, answers, self._newest)
        exact = ranking.ordered(found)
        if len(exact) >= FEW or not any(isinstance(node, Word) for node in sought):
            return Answer(exact, array("I"), ranking)
        self._matcher.check()
        return self._with_similar(sought, answers, sieves, exact, ranking)

    def flags(self, node: Node) -> Flags:
        key = (node, self._abstracts)
        flags = self._memory.recall(key)
        if flags is None:
            flags = self._matcher.flags(node, self._abstracts)
            self._memory.keep(key, flags)
        return flags

    def nearest(self, node: Word) -> tuple[str, int]:
        """The known word nearest to one that finds nothing, and how many papers it finds."""
        slips_of: dict[str, int] = {}
        for near in self._similar.words(node, open_end=False, widest=False).values():
            slips_of |= near
        ranked = sorted(slips_of, key=lambda word: (slips_of[word], word))[:_MOST_NEAREST]
        fields = self._matcher.fields(node, self._abstracts)
        saying = {
            word: sum(len(self._corpus.postings[field].of(word)) for field in fields)
            for word in ranked
        }
        best = min(ranked, key=lambda word: (slips_of[word], -saying[word], word), default="")
        return best, self._count(Word(best, node.field)) if best else 0

    def _count(self, node: Node) -> int:
        flags = self.flags(node)
        return len(flags) - flags.count(0)

    def _with_neighbours(self, nodes: Sequence[Node], answers: list[Flags]) -> list[Flags]:
        """Two words typed also find the one they make together: `low rank`, `lowrank`."""
        for place in range(len(nodes) - 1):
            first, second = nodes[place], nodes[place + 1]
            if not (isinstance(first, Word) and isinstance(second, Word)):
                continue
            if first.field != second.field:
                continue
            joined = first.word + second.word
            for field in self._matcher.fields(first, self._abstracts):
                postings = self._corpus.postings[field]
                if field in APART and postings.has_prefix(joined):
                    for side in (place, place + 1):
                        flags = bytearray(answers[side])
                        fill_better(flags, postings.begun(joined), APART[field])
                        answers[side] = flags
        return answers

    def _exact(self, terms: tuple[Node, ...], answers: Sequence[Flags]) -> "array[int]":
        candidates = self._survivors(terms)
        if candidates is None:
            rarest = max(answers, key=lambda flags: flags.count(0))
            candidates = positions_of(rarest)
            answers = [flags for flags in answers if flags is not rarest]
        return _passing(candidates, answers)

    def _survivors(self, terms: tuple[Node, ...]) -> "array[int] | None":
        """What the last query left, if this one only narrows it."""
        before, found = self._memory.last.get(self._abstracts, ((), None))
        if found is None or len(before) > len(terms):
            return None
        narrower = [node for node, old in zip(terms, before, strict=False) if node != old]
        if not all(map(_narrows, terms, before)) or any(map(self._stands_apart, narrower)):
            return None
        return found

    def _stands_apart(self, node: Node) -> bool:
        """`lowrank` finds titles with low rank, which `lowra` does not."""
        flags = self.flags(node)
        return any(quality in flags for quality in TWO_WORDS)

    def _with_similar(
        self,
        nodes: Sequence[Node],
        answers: Sequence[Flags],
        sieves: Sequence[Flags],
        exact: "array[int]",
        ranking: Ranking,
    ) -> Answer:
        known = set(exact)
        for widest in (False,) if len(exact) else (False, True):
            wider = [
                self._similar.flags(node, flags, open_end=place == len(nodes) - 1, widest=widest)
                if isinstance(node, Word)
                else flags
                for place, (node, flags) in enumerate(zip(nodes, answers, strict=True))
            ]
            found = self._passing_all([*wider, *sieves])
            similar = array("I", (place for place in found if place not in known))
            if similar:
                near = self._near_words(nodes, widest)
                wide_ranking = Ranking(self._corpus, nodes, wider, self._newest, near)
                known_near = tuple(dict.fromkeys(chain.from_iterable(near)))
                return Answer(exact, wide_ranking.ordered(similar), wide_ranking, known_near)
        return Answer(exact, array("I"), ranking)

    def _near_words(self, nodes: Sequence[Node], widest: bool) -> list[list[str]]:
        """Words like each node, which similar ones are found by."""
        near: list[list[str]] = []
        for place, node in enumerate(nodes):
            found = (
                self._similar.words(node, open_end=place == len(nodes) - 1, widest=widest)
                if isinstance(node, Word)
                else {}
            )
            slips: dict[str, int] = {}
            for like in found.values():
                slips |= like
            near.append(sorted(slips, key=slips.__getitem__))
        return near

    def _passing_all(self, answers: Sequence[Flags]) -> "array[int]":
        rarest = max(answers, key=lambda flags: flags.count(0))
        return _passing(positions_of(rarest), [flags for flags in answers if flags is not rarest])


def _passing(candidates: "array[int]", answers: Sequence[Flags]) -> "array[int]":
    for flags in answers:
        candidates = array("I", (place for place in candidates if flags[place]))
    return candidates


def _narrows(node: Node, before: Node) -> bool:
    if isinstance(node, Word) and isinstance(before, Word):
        return node.field == before.field and node.word.startswith(before.word)
    return node == before
