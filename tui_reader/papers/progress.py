"""How far a long piece of work is, told as it goes on; who is told may raise, to stop it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Told = Callable[[float], None]
"""Takes the share that is done, 0 to 1."""

Item = TypeVar("Item")

EVERY = 1000


def nobody(share: float) -> None:
    """Work that nobody waits for."""


def part(told: Told, start: float, end: float) -> Told:
    """For a part of the work, which is this much of the whole."""
    return lambda share: told(start + share * (end - start))


def telling(items: Iterable[Item], size: int, told: Told) -> Iterator[Item]:
    """The items, of which there are `size`, and at every so many how far one is."""
    for count, item in enumerate(items):
        if not count % EVERY:
            told(count / max(size, 1))
        yield item
