"""First letters of titles: `rlhf` finds the title that spells it."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from tui_reader.search.parts import Parts, Raw, from_numbers, to_text

SHORTEST, LONGEST = 3, 16
_SMALL = """
    a an and are as at be by can do does for from how in into is it its of on or our over
    that the their this to towards under via we what when why with your
"""
SMALL_WORDS = frozenset(_SMALL.split())


class InitialsBuilder:
    """Takes in the words of one title after the other."""

    def __init__(self) -> None:
        self._whole, self._telling = [""], [""]

    def append(self, words: Sequence[str]) -> None:
        self._whole.append("".join([word[0] for word in words]))
        self._telling.append("".join([word[0] for word in words if word not in SMALL_WORDS]))

    def to_parts(self) -> Raw:
        """The first letters of every title in one text, with and without its small words."""
        return {**_lines("whole", self._whole), **_lines("telling", self._telling)}


def _lines(name: str, spelled: Sequence[str]) -> Raw:
    text = "\n".join(spelled)
    starts = array("I", accumulate((1 + len(letters) for letters in spelled[1:]), initial=0))
    return {
        f"initials.{name}": text.encode("utf-8", "surrogatepass"),
        f"initials.{name}.starts": from_numbers(starts),
    }


class Initials:
    def __init__(self, parts: Parts) -> None:
        self._lines = (_Line(parts, "whole"), _Line(parts, "telling"))

    def find(self, letters: str) -> dict[int, bool]:
        """Position of each title that has these letters in a row -> whether it begins so."""
        found: dict[int, bool] = {}
        if not SHORTEST <= len(letters) <= LONGEST:
            return found
        for line in self._lines:
            for position, begins in line.find(letters):
                found[position] = begins or found.get(position, False)
        return found


class _Line:
    def __init__(self, parts: Parts, name: str) -> None:
        self._text = to_text(parts[f"initials.{name}"])
        self._starts = parts[f"initials.{name}.starts"].cast("I")

    def find(self, letters: str) -> Iterator[tuple[int, bool]]:
        place = self._text.find(letters)
        while place >= 0:
            position = bisect_right(self._starts, place) - 1
            yield position, self._text[place - 1] == "\n"
            place = self._text.find(letters, self._starts[position + 1])
