"""The line that tells who wrote a paper: `A. Author, B. Author et al. · place, place`."""

import re
from dataclasses import dataclass

MIDDLE_DOT = " · "
ET_AL = re.compile(r",?\s+et\s+al\.?$")
LONGEST_AUTHOR_LINE = 400
MOST_NAMES = 12
MOST_NAME_WORDS = 8
SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "PhD", "Ph.D.", "M.D.", "MD"))


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows the names: whether more authors exist than shown, and where they work."""

    et_al: bool
    places: tuple[str, ...]


def take_tail(line: str) -> tuple[str, Tail]:
    """The line without its tail, and the tail."""
    head, dot, places = line.rpartition(MIDDLE_DOT)
    if not dot:
        head, places = line, ""
    et_al = head.endswith(("al.", "al")) and ET_AL.search(head[-12:]) is not None
    if et_al:
        head = head[:-12] + ET_AL.sub("", head[-12:])
    found = tuple(place for part in places.split(",") if (place := part.strip()))
    return head, Tail(et_al, found)


def names_of(text: str) -> tuple[str, ...]:
    """The names of a comma-separated list; `Jr.` and the like stay with their name."""
    names: list[str] = []
    for part in text.split(","):
        name = part.strip()
        if name in SUFFIXES and names:
            names[-1] += ", " + name
        elif name:
            names.append(name)
    return tuple(names)


def is_author_line(line: str) -> bool:
    """Whether the line, standing by itself, tells names and no sentence."""
    if len(line) > LONGEST_AUTHOR_LINE:
        return False
    head, tail = take_tail(line)
    names = head.split(",")
    if len(names) > MOST_NAMES or not head:
        return False
    return tail.et_al or (not head.endswith((".", "?", "!", ":")) and all(map(_is_name, names)))


def _is_name(text: str) -> bool:
    words = text.split()
    lower = sum(word[0].islower() for word in words)
    return 0 < len(words) <= MOST_NAME_WORDS and lower * 2 <= len(words)
