"""Long work in short steps: a single call that goes through very many things keeps all other
threads waiting, the one that answers keys too."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")

# So many things are gone through in a few milliseconds.
STEP = 4096


def in_order(items: Iterable[Item], key: Callable[[Item], str]) -> Iterator[Item]:
    """The items sorted by their keys, equal ones in the order they come in."""
    return _in_order(list(items), key, 0, 2)


def _in_order(
    items: list[Item], key: Callable[[Item], str], known: int, look: int
) -> Iterator[Item]:
    """By so many further characters, those `known` being the same in all."""
    if len(items) <= STEP:
        yield from sorted(items, key=key)
        return
    parts: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        parts[key(item)[known : known + look]].append(item)
    # They end here, and are equal.
    yield from parts.pop("", ())
    for start in sorted(parts):
        yield from _in_order(parts.pop(start), key, known + look, 2 * look)


def runs(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Of a step each."""
    for start in range(0, len(items), STEP):
        yield items[start : start + STEP]


def let_go(items: list[Item]) -> None:
    """Forget all of them, where nobody else has them either."""
    while items:
        del items[-STEP:]
