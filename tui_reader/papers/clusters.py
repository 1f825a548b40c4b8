"""Records joined to works, never across a pair that the reader holds apart."""

from array import array
from collections.abc import Iterable

Pair = tuple[int, int]


class Clusters:
    """Disjoint sets of the numbers below `size`, with cannot-links between them."""

    def __init__(self, size: int, apart: Iterable[Pair] = ()) -> None:
        self._parent = array("I", range(size))
        self._members: dict[int, list[int]] = {}
        self._apart: dict[int, set[int]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def root(self, number: int) -> int:
        """The number that stands for the set."""
        parent = self._parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def roots(self) -> list[int]:
        return [number for number, parent in enumerate(self._parent) if number == parent]

    def members(self, number: int) -> list[int]:
        root = self.root(number)
        return self._members.get(root, [root])

    def kept_apart(self, one: int, other: int) -> bool:
        """Whether a cannot-link stands between the sets of the two."""
        return self.root(other) in self._apart.get(self.root(one), ())

    def join(self, one: int, other: int) -> bool:
        """Make the two sets one; False, and nothing done, where a cannot-link forbids it."""
        kept, gone = self.root(one), self.root(other)
        if kept == gone:
            return True
        if self.kept_apart(kept, gone):
            return False
        if len(self.members(kept)) < len(self.members(gone)):
            kept, gone = gone, kept
        self._members.setdefault(kept, [kept]).extend(self._members.pop(gone, [gone]))
        self._parent[gone] = kept
        for enemy in self._apart.pop(gone, ()):
            self._apart[enemy].discard(gone)
            self._apart[enemy].add(kept)
            self._apart.setdefault(kept, set()).add(enemy)
        return True
