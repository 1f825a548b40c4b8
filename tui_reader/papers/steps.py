"""Long work in short steps: a single call that goes through very many things keeps all other
threads waiting, the one that answers keys too."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")

# So many things are gone through in a few milliseconds.
STEP = 4096
# Keys of which each begins with the one before would be parted once for each of them.
MOST_PARTED = 30


def in_order(items: Iterable[Item], key: Callable[[Item], str], parted: int = 0) -> Iterator[Item]:
    """The items sorted by their keys, equal ones in the order they come in.

    `parted` tells how often they were parted by a character before.
    """
    some = list(items)
    if len(some) <= STEP or parted >= MOST_PARTED:
        yield from sorted(some, key=key)
        return
    first, last = min(map(key, some)), max(map(key, some))
    if first == last:
        yield from some
        return
    pairs = enumerate(zip(first, last, strict=False))
    differ = next((place for place, (one, other) in pairs if one != other), len(first))
    parts: defaultdict[str, list[Item]] = defaultdict(list)
    for item in some:
        parts[key(item)[differ : differ + 1]].append(item)
    del some
    for character in sorted(parts):
        yield from in_order(parts.pop(character), key, parted + 1)


def runs(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Of a step each."""
    for start in range(0, len(items), STEP):
        yield items[start : start + STEP]
