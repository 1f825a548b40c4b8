"""First letters of titles: `rlhf` finds the title that spells it."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence

SHORTEST, LONGEST = 3, 16
_SMALL = """
    a an and are as at be by can do does for from how in into is it its of on or our over
    that the their this to towards under via we what when why with your
"""
SMALL_WORDS = frozenset(_SMALL.split())


class Initials:
    """The first letters of every title in one text, with and without its small words."""

    def __init__(self, rows: Sequence[str]) -> None:
        self._whole = _Line("".join([word[0] for word in row.split()]) for row in rows)
        self._telling = _Line(
            "".join([word[0] for word in row.split() if word not in SMALL_WORDS]) for row in rows
        )

    def find(self, letters: str) -> dict[int, bool]:
        """Position of each title that has these letters in a row -> whether it begins so."""
        found: dict[int, bool] = {}
        if SHORTEST <= len(letters) <= LONGEST:
            for line in (self._whole, self._telling):
                for position, begins in line.find(letters):
                    found[position] = begins or found.get(position, False)
        return found


class _Line:
    def __init__(self, spelled: Iterator[str]) -> None:
        lines = ["\n" + letters for letters in spelled]
        self._text = "".join(lines)
        self._starts = array("I", (0,))
        start = 0
        for line in lines:
            start += len(line)
            self._starts.append(start)

    def find(self, letters: str) -> Iterator[tuple[int, bool]]:
        place = self._text.find(letters)
        while place >= 0:
            position = bisect_right(self._starts, place) - 1
            yield position, self._text[place - 1] == "\n"
            place = self._text.find(letters, self._starts[position + 1])
