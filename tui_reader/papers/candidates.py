"""Pairs worth comparing, found through what they share and never by trying all."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations, pairwise

from tui_reader.papers.clusters import Pair

# In a bigger block each is paired with its neighbours only: what so many share says little.
LARGEST_BLOCK = 32
NEIGHBOURS = 8
# Words of no more texts than this (or one in 500) are rare.
OFTEN = 20


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


def sharing_rare_words(
    size: int, words_of: Callable[[int], AbstractSet[str]], rarest: int
) -> set[Pair]:
    """Pairs of texts with two of their `rarest` words in common.

    `words_of` tells the words of a text by its number below `size`; it is asked
    twice, which is cheaper than keeping the words of a whole library. The two
    are neighbours, or have one between them, in the order of rarity: near-equal
    texts share most such pairs of words, others hardly ever one.
    """
    counts: Counter[str] = Counter()
    for number in range(size):
        counts.update(words_of(number))
    often = max(OFTEN, size // 500)
    rare = {word for word, count in counts.items() if 1 < count <= often}
    values = (
        (value, number)
        for number in range(size)
        for value in _neighbours(_rarest(words_of(number), rare, counts, rarest))
    )
    return {pair for block in sharing(values) for pair in pairs_in(block)}


def _rarest(
    words: AbstractSet[str], rare: AbstractSet[str], counts: Counter[str], rarest: int
) -> list[str]:
    found: Collection[str] = rare & words
    if len(found) < rarest:
        found = [word for word in words if counts[word] > 1]
    return sorted(sorted(found), key=counts.__getitem__)[:rarest]


def _neighbours(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    if len(words) == 1:
        yield words[0], words[0]
    yield from pairwise(words)
    yield from zip(words, words[2:], strict=False)
