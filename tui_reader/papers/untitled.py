"""Which titled text an untitled abstract may belong to, where wording alone tells it."""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import chain, islice
from typing import NamedTuple

from tui_reader.papers.progress import Told, nobody, part, telling
from tui_reader.papers.words import words

SAME_WORDS = 0.18
BEFORE_RUNNER_UP = 1.5
# What one text may cost at least, postings walked and texts compared in full;
# the fewer untitled texts there are, the more, up to all.
POSTINGS = 200
COMPARED = 3
UNTITLED_AT_LEAST_COST = 5000
# The share of a text's weight that its rare words in another make up, before any are compared
# where there are many: a tenth of what true pairs have, the most that strangers do.
SHARED_AT_LEAST = 0.04

Vector = dict[int, float]


class Match(NamedTuple):
    """Places of an untitled and a titled text, cosine of their TF-IDF vectors, the next best."""

    untitled: int
    titled: int
    cosine: float
    runner_up: float


def matches(untitled: Sequence[str], titled: Sequence[str], told: Told = nobody) -> Iterator[Match]:
    """For each untitled text the titled one that is clearly closest."""
    if untitled and titled:
        closest = _Closest(titled, untitled, part(told, 0, 0.5))
        for place in telling(range(len(untitled)), len(untitled), part(told, 0.5, 1)):
            if found := closest.match(place):
                yield found


class _Closest:
    """Weights of words in all texts, and where in the titled ones the rare of them stand.

    A word is a number here, lower ones those of untitled texts.
    """

    def __init__(self, titled: Sequence[str], untitled: Sequence[str], told: Told) -> None:
        self._effort = max(1, UNTITLED_AT_LEAST_COST // len(untitled))
        self._numbers = numbers = defaultdict[str, int]()
        numbers.default_factory = numbers.__len__
        self._untitled = [self._numbered(text) for text in untitled]
        sought = len(numbers)
        self._titled = [self._numbered(text) for text in telling(titled, len(titled), told)]
        counts = Counter[int]()
        for text in chain(self._untitled, self._titled):
            # One by one: counted in a single call, all would keep other threads waiting.
            counts.update(set(text))
        texts = len(titled) + len(untitled)
        self._weights = [math.log(1 + texts / counts[number]) for number in range(len(numbers))]
        often = POSTINGS * self._effort
        rare = sorted(
            (counts[number], word, number)
            for word, number in islice(numbers.items(), sought)
            if counts[number] <= often
        )
        self._rarity = [0] * len(numbers)
        for rank, (_, _, number) in enumerate(rare, start=1):
            self._rarity[number] = rank
        self._postings: list[list[int]] = [[] for _ in range(len(rare) + 1)]
        for place, text in enumerate(self._titled):
            for rank in set(filter(None, map(self._rarity.__getitem__, text))):
                self._postings[rank].append(place)
        self._vectors: dict[int, Vector] = {}

    def _numbered(self, text: str) -> "array[int]":
        return array("I", map(self._numbers.__getitem__, words(text)))

    def match(self, place: int) -> Match | None:
        vector = self._vector(self._untitled[place])
        scored = sorted(
            ((_dot(vector, self._titled_vector(other)), -other) for other in self._near(vector)),
            reverse=True,
        )
        (best, other), (next_best, _) = (*scored, (0.0, 0), (0.0, 0))[:2]
        if best < SAME_WORDS or best < BEFORE_RUNNER_UP * next_best:
            return None
        return Match(place, -other, best, next_best)

    def _near(self, vector: Vector) -> list[int]:
        """The titled texts that share most of the rare words."""
        shared = defaultdict[int, float](float)
        left = POSTINGS * self._effort
        ranks = self._rarity
        for rank, number in sorted((ranks[number], number) for number in vector if ranks[number]):
            places = self._postings[rank]
            left -= len(places)
            if left < 0:
                break
            for place in places:
                shared[place] += vector[number] ** 2
        if self._effort == 1 and max(shared.values(), default=0) < SHARED_AT_LEAST:
            return []
        return nsmallest(COMPARED * self._effort, shared, key=lambda place: (-shared[place], place))

    def _titled_vector(self, place: int) -> Vector:
        if place not in self._vectors:
            self._vectors[place] = self._vector(self._titled[place])
        return self._vectors[place]

    def _vector(self, text: "array[int]") -> Vector:
        """Of length 1."""
        weights = self._weights
        raw = {
            number: weights[number] if count == 1 else (1 + math.log(count)) * weights[number]
            for number, count in Counter(text).items()
        }
        length = math.hypot(*raw.values())
        return {number: weight / length for number, weight in raw.items()}


def _dot(one: Vector, other: Vector) -> float:
    return sum(weight * other[number] for number, weight in one.items() if number in other)
