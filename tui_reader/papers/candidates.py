"""Pairs worth comparing, found through what they share and never by trying all."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from tui_reader.papers.clusters import Pair

# In a bigger block each is paired with its neighbours only: what so many share says little.
LARGEST_BLOCK = 32
NEIGHBOURS = 8


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


def sharing_rare_words(texts: Sequence[Collection[str]], rarest: int) -> set[Pair]:
    """Pairs of texts (sets of words) with two of their `rarest` words in common.

    Two words that are neighbours, or have one between them, in the order of
    rarity: near-equal texts share most of these, others hardly ever one.
    """
    counts = Counter(word for words in texts for word in words)
    values = (
        (value, number)
        for number, words in enumerate(texts)
        for value in _rare_pairs(words, counts, rarest)
    )
    return {pair for block in sharing(values) for pair in pairs_in(block)}


def _rare_pairs(words: Collection[str], counts: Counter[str], rarest: int) -> list[tuple[str, str]]:
    shared = sorted((counts[word], word) for word in words if counts[word] > 1)[:rarest]
    ordered = [word for _, word in shared]
    if len(ordered) == 1:
        ordered *= 2
    return [*pairwise(ordered), *zip(ordered, ordered[2:], strict=False)]
