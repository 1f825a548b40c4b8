"""Newest first, for positions of any subset."""

from array import array
from collections.abc import Sequence
from itertools import pairwise

# Below this share of all, sorting the few is faster than going through all.
_FEW = 8


class NewestFirst:
    """Costs nothing where the papers stand newest first already, as a library's do."""

    def __init__(self, dates: Sequence[str]) -> None:
        self._order: array[int] | None = None
        self._ranks: array[int] = array("I")
        if not is_newest_first(dates):
            places = sorted(range(len(dates)), key=dates.__getitem__, reverse=True)
            self._order = array("I", places)
            self._ranks = array("I", bytes(self._order.itemsize * len(places)))
            for rank, place in enumerate(places):
                self._ranks[place] = rank

    def sorted(self, positions: "array[int]") -> Sequence[int]:
        """`positions` must be ascending."""
        if self._order is None:
            return positions
        if len(positions) < len(self._order) // _FEW:
            return sorted(positions, key=self._ranks.__getitem__)
        among = bytearray(len(self._order))
        for position in positions:
            among[position] = 1
        return [position for position in self._order if among[position]]


def is_newest_first(dates: Sequence[str]) -> bool:
    """Undated papers, with an empty date, come last."""
    return not any(first < second for first, second in pairwise(dates))
