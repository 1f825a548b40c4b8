"""Pairs worth comparing, found through what they share and never by trying all."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain, combinations, pairwise

from tui_reader.papers.clusters import Pair

# In a bigger block each is paired with its neighbours only: what so many share says little.
LARGEST_BLOCK = 32
NEIGHBOURS = 8
# Values that are looked through together: a dictionary of many millions is what needs most memory.
AT_ONCE = 4_000_000


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
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    numbered = [array("I", map(numbers.__getitem__, words)) for words in texts]
    ranks = _ranks(numbers, Counter(chain.from_iterable(numbered)))
    values, places = array("Q"), array("I")
    for place, text in enumerate(numbered):
        for one, other in _neighbours(sorted(filter(None, map(ranks.__getitem__, text)))[:rarest]):
            values.append(one * (len(numbers) + 1) + other)
            places.append(place)
    found: set[Pair] = set()
    parts = 1 + len(values) // AT_ONCE
    for part in range(parts):
        pairs = zip(values, places, strict=True)
        some = (pair for pair in pairs if pair[0] % parts == part) if parts > 1 else pairs
        found.update(pair for block in sharing(some) for pair in pairs_in(block))
    return found


def _ranks(numbers: dict[str, int], counts: dict[int, int]) -> list[int]:
    """By the number of a word, its place in the order of rarity from 1; 0 if it stands alone."""
    shared = [(counts[number], word) for word, number in numbers.items() if counts[number] > 1]
    ranks = [0] * len(numbers)
    for rank, (_, word) in enumerate(sorted(shared), start=1):
        ranks[numbers[word]] = rank
    return ranks


def _neighbours(ranks: Sequence[int]) -> Iterator[Pair]:
    if len(ranks) == 1:
        yield ranks[0], ranks[0]
    yield from pairwise(ranks)
    yield from zip(ranks, ranks[2:], strict=False)
