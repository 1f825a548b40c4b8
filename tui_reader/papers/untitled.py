"""Which titled text an untitled abstract may belong to, where wording alone tells it."""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import chain
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
    """Where in the titled texts the words of the untitled stand, and what these weigh.

    Titled texts are many, so nothing of them is kept beside that: those that are compared are
    parted into words once more. Words of untitled texts are numbers here, the rarest first.
    """

    def __init__(self, titled: Sequence[str], untitled: Sequence[str], told: Told) -> None:
        self._effort = max(1, UNTITLED_AT_LEAST_COST // len(untitled))
        self._untitled, self._titled = [words(text) for text in untitled], titled
        counts = Counter(chain.from_iterable(map(set, self._untitled)))
        most = POSTINGS * self._effort
        sought = frozenset(counts)
        places = {word: array("I") for word in sought}
        for place, text in enumerate(telling(titled, len(titled), told)):
            there = set(words(text))
            # One by one: counted in a single call, all would keep other threads waiting.
            counts.update(there)
            for word in there & sought:
                if len(places[word]) <= most:
                    places[word].append(place)
        texts = len(titled) + len(untitled)
        self._weights = {word: math.log(1 + texts / count) for word, count in counts.items()}
        ordered = sorted(places, key=lambda word: (counts[word], word))
        self._numbers = {word: number for number, word in enumerate(ordered)}
        self._postings = [places[word] for word in ordered if counts[word] <= most]
        self._vectors: dict[int, Vector] = {}

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
        for number in sorted(vector):
            places = self._postings[number] if number < len(self._postings) else ()
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
            self._vectors[place] = self._vector(words(self._titled[place]))
        return self._vectors[place]

    def _vector(self, text: Sequence[str]) -> Vector:
        """Its words that untitled texts have; of length 1 with all others."""
        weights, numbers = self._weights, self._numbers
        raw = {
            word: weights[word] if count == 1 else (1 + math.log(count)) * weights[word]
            for word, count in Counter(text).items()
        }
        length = math.hypot(*raw.values())
        return {numbers[word]: weight / length for word, weight in raw.items() if word in numbers}


def _dot(one: Vector, other: Vector) -> float:
    return sum(weight * other[number] for number, weight in one.items() if number in other)
