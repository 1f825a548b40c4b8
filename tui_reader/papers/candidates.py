"""Pairs worth comparing, found through what they share and never by trying all."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain, combinations, count, pairwise

from tui_reader.papers.clusters import Pair
from tui_reader.papers.steps import in_order, runs

# In a bigger block each is paired with its neighbours only: what so many share says little.
LARGEST_BLOCK = 32
NEIGHBOURS = 8
# Cells for values to be seen in, for each value: with so many, one in five shares its cell by
# chance, and in other cells one in five of those again.
ROOM = 4
SIEVES = 2
SEVERAL = 2

ValuesAndPlaces = tuple["array[int]", "array[int]"]


def pairs_in(block: Sequence[int]) -> Iterator[Pair]:
    """Pairs of a block, their count linear in its size."""
    if len(block) <= LARGEST_BLOCK:
        yield from combinations(block, 2)
        return
    for place, one in enumerate(block):
        for other in block[place + 1 : place + 1 + NEIGHBOURS]:
            yield one, other


def sharing(values: Iterable[tuple[Hashable, int]]) -> Iterator[list[int]]:
    """Blocks of two or more numbers that come with an equal value."""
    first: dict[Hashable, int] = {}
    blocks: dict[Hashable, list[int]] = {}
    for value, number in values:
        if (known := first.setdefault(value, number)) != number:
            blocks.setdefault(value, [known]).append(number)
    yield from blocks.values()


def sharing_rare_words(texts: Iterable[Iterable[str]], rarest: int) -> set[Pair]:
    """Pairs of texts, given as the words of each (each once), with two of their `rarest` in common.

    The two are neighbours, or have one between them, in the order of rarity: near-equal
    texts share most such pairs of words, others hardly ever one.
    """
    found = _values_and_places(texts, rarest)
    for _ in range(SIEVES):
        found = _repeated(*found)
    blocks = sharing(zip(*found, strict=True))
    return {pair for block in blocks for pair in pairs_in(block)}


def _values_and_places(texts: Iterable[Iterable[str]], rarest: int) -> ValuesAndPlaces:
    """A number for two words that stand in a text, and which text."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    found, ends = array("I"), array("Q", (0,))
    for words in texts:
        found.extend(map(numbers.__getitem__, words))
        ends.append(len(found))
    ranks = _ranks(list(numbers), found)
    size = len(numbers) + 1
    values, places = array("Q"), array("I")
    for place, (start, end) in enumerate(pairwise(ends)):
        text = sorted(filter(None, map(ranks.__getitem__, found[start:end])))[:rarest]
        for one, other in _neighbours(text):
            values.append(one * size + other)
            places.append(place)
    return values, places


def _repeated(values: "array[int]", places: "array[int]") -> ValuesAndPlaces:
    """Those that come more than once, and a few others.

    Most come once: a dictionary of all would be what an import needs most memory for.
    """
    size = ROOM * len(values) + 1
    seen = bytearray(size)
    for value in values:
        if seen[value % size] < SEVERAL:
            seen[value % size] += 1
    left, their_places = array("Q"), array("I")
    for value, place in zip(values, places, strict=True):
        if seen[value % size] == SEVERAL:
            left.append(value)
            their_places.append(place)
    return left, their_places


def _ranks(words: Sequence[str], found: "array[int]") -> "array[int]":
    """By the number of a word, its place in the order of rarity from 1; 0 if it stands alone."""
    counts = Counter[int]()
    for run in runs(found):
        counts.update(run)
    shared: defaultdict[int, list[int]] = defaultdict(list)
    for number in in_order(range(len(words)), words.__getitem__):
        if counts[number] > 1:
            shared[counts[number]].append(number)
    ranks = array("I", bytes(4 * len(words)))
    rarest_first = chain.from_iterable(shared[often] for often in sorted(shared))
    for rank, number in enumerate(rarest_first, start=1):
        ranks[number] = rank
    return ranks


def _neighbours(ranks: Sequence[int]) -> Iterator[Pair]:
    if len(ranks) == 1:
        yield ranks[0], ranks[0]
    yield from pairwise(ranks)
    yield from zip(ranks, ranks[2:], strict=False)
