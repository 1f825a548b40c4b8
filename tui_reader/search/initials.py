"""First letters of titles: `rlhf` finds the title that spells it."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

SHORTEST, LONGEST = 3, 16
_SMALL = """
    a an and are as at be by can do does for from how in into is it its of on or our over
    that the their this to towards under via we what when why with your
"""
SMALL_WORDS = frozenset(_SMALL.split())


class Initials:
    """The first letters of every title in one text, with and without its small words.

    Titles that change later are kept beside it.
    """

    def __init__(self, rows: Sequence[str]) -> None:
        self._lines = (_Line(map(_whole, rows)), _Line(map(_telling, rows)))
        self._replaced: dict[int, tuple[str, str]] = {}

    def replace(self, position: int, row: str) -> None:
        self._replaced = {**self._replaced, position: (_whole(row), _telling(row))}

    def find(self, letters: str) -> dict[int, bool]:
        """Position of each title that has these letters in a row -> whether it begins so."""
        found: dict[int, bool] = {}
        if not SHORTEST <= len(letters) <= LONGEST:
            return found
        for line in self._lines:
            for position, begins in line.find(letters):
                if position not in self._replaced:
                    found[position] = begins or found.get(position, False)
        for position, spelled in self._replaced.items():
            if any(letters in line for line in spelled):
                found[position] = any(line.startswith(letters) for line in spelled)
        return found


def _whole(row: str) -> str:
    return "".join([word[0] for word in row.split()])


def _telling(row: str) -> str:
    return "".join([word[0] for word in row.split() if word not in SMALL_WORDS])


class _Line:
    def __init__(self, spelled: Iterable[str]) -> None:
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
