"""Which titled text an untitled abstract may belong to, where wording alone tells it."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from typing import NamedTuple

SAME_WORDS = 0.18
BEFORE_RUNNER_UP = 1.5
# What one text may cost at least, postings walked and texts compared in full;
# the fewer untitled texts there are, the more, up to all.
POSTINGS = 200
COMPARED = 3
UNTITLED_AT_LEAST_COST = 5000

_WORD = re.compile(r"[^\W_]{3,}")

Vector = dict[str, float]


class Match(NamedTuple):
    """Places of an untitled and a titled text, cosine of their TF-IDF vectors, the next best."""

    untitled: int
    titled: int
    cosine: float
    runner_up: float


def matches(untitled: Sequence[str], titled: Sequence[str]) -> Iterator[Match]:
    """For each untitled text the titled one that is clearly closest."""
    if untitled and titled:
        words = _Words(titled, untitled)
        for place, text in enumerate(untitled):
            if found := words.closest(place, text):
                yield found


class _Words:
    """Weights of words in all texts, and where in the titled ones they stand."""

    def __init__(self, titled: Sequence[str], untitled: Sequence[str]) -> None:
        self._titled = titled
        counts = Counter[str]()
        for text in (*titled, *untitled):
            counts.update(set(_words(text)))
        texts = len(titled) + len(untitled)
        self._counts = counts
        self._weights = {word: math.log(1 + texts / count) for word, count in counts.items()}
        self._effort = max(1, UNTITLED_AT_LEAST_COST // len(untitled))
        rare = {word for word, count in counts.items() if count <= POSTINGS * self._effort}
        self._postings: dict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(titled):
            for word in rare.intersection(_words(text)):
                self._postings[word].append(place)
        self._vectors: dict[int, Vector] = {}

    def closest(self, place: int, text: str) -> Match | None:
        vector = self._vector(text)
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
        shared: dict[int, float] = defaultdict(float)
        left = POSTINGS * self._effort
        for word in sorted(sorted(self._postings.keys() & vector), key=self._counts.__getitem__):
            places = self._postings[word]
            left -= len(places)
            if left < 0:
                break
            for place in places:
                shared[place] += vector[word] ** 2
        return nsmallest(COMPARED * self._effort, shared, key=lambda place: (-shared[place], place))

    def _titled_vector(self, place: int) -> Vector:
        if place not in self._vectors:
            self._vectors[place] = self._vector(self._titled[place])
        return self._vectors[place]

    def _vector(self, text: str) -> Vector:
        """Of length 1."""
        raw = {
            word: (1 + math.log(count)) * self._weights[word]
            for word, count in Counter(_words(text)).items()
        }
        length = math.sqrt(sum(weight * weight for weight in raw.values()))
        return {word: weight / length for word, weight in raw.items()}


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _dot(one: Vector, other: Vector) -> float:
    return sum(weight * other[word] for word, weight in one.items() if word in other)
