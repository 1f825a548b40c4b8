"""The line that tells who wrote a paper: `A. Author, B. Author et al. · place, place`."""

import re
from functools import lru_cache
from typing import NamedTuple

MIDDLE_DOT = " · "
ET_AL = re.compile(r",?\s+et\s+al\.?$")
LONGEST_AUTHOR_LINE = 400
MOST_NAMES = 12
MOST_NAME_WORDS = 6
MOST_CAMEL_NAME_WORDS = 3
# What arXiv puts as a name of its own between a group and those who speak for it.
BEFORE_MEMBERS = ":"
NO_NAME = re.compile(r"[|:/\d]")
GLUED = re.compile(r"[a-z?!)][A-Z]")
DOTTED_NAME = re.compile(r"(?:\b(?:Jr|Sr|Ph\.D)|(?<![^\W_])[^\W\d_])\.$")
# What is asked more than once about each line.
asked_again = lru_cache(maxsize=16)
SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "PhD", "Ph.D.", "M.D.", "MD"))


class Tail(NamedTuple):
    """What follows the names: whether more authors exist than shown, and where they work."""

    et_al: bool
    places: tuple[str, ...]


@asked_again
def take_tail(line: str) -> tuple[str, Tail]:
    """The line without its tail, and the tail."""
    head, dot, after = line.rpartition(MIDDLE_DOT)
    if not dot:
        head = line
    ends = ET_AL.search(head[-12:]) if head.endswith(("al.", "al")) else None
    if ends:
        head = head[:-12] + head[-12:][: ends.start()]
    places = [place.strip() for place in after.split(",")] if dot else []
    return head, Tail(ends is not None, tuple(filter(None, places)))


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


@asked_again
def is_author_line(line: str) -> bool:
    """Whether the line, standing by itself, tells names and no sentence and no title."""
    if len(line) > LONGEST_AUTHOR_LINE:
        return False
    head, tail = take_tail(line)
    ends_sentence = head.endswith((".", "?", "!", ":"))
    if not tail.et_al and ends_sentence and not DOTTED_NAME.search(head[-8:]):
        return False
    if _are_plain_names(head):
        return True
    first, *others = head.split(",", MOST_NAMES)
    if len(others) == MOST_NAMES or not all(_is_name(name, tail.et_al) for name in others):
        return False
    return _is_name(first) or (tail.et_al and _is_long_name(first))


@asked_again
def names_told(line: str) -> int:
    """How surely a line tells names: 2 by `et al.`, 1 by a comma, 0 not at all."""
    if len(line) > LONGEST_AUTHOR_LINE:
        return 0
    head, tail = take_tail(line)
    return 2 if tail.et_al else int(", " in head)


def _are_plain_names(text: str) -> bool:
    """What nearly all are, and told of the whole line at once: capitals, and nothing odd."""
    if not text.istitle() or NO_NAME.search(text):
        return False
    names = text.split(",")
    return len(names) <= MOST_NAMES and all(
        0 < len(name.split()) <= MOST_NAME_WORDS for name in names
    )


def _is_name(text: str, may_be_small: bool = False) -> bool:
    """A few words, most of them with a capital; where a title may be glued on, all of them."""
    words = text.split()
    if words == [BEFORE_MEMBERS]:
        return True
    if not 0 < len(words) <= MOST_NAME_WORDS or NO_NAME.search(text):
        return False
    if text.istitle():
        return True
    small = sum(word[0].islower() for word in words)
    if small and len(words) > MOST_CAMEL_NAME_WORDS and GLUED.search(text):
        return False
    return may_be_small or 2 * small <= len(words)


def _is_long_name(text: str) -> bool:
    """A group may have a long name, but nothing is glued in it."""
    return len(text.split()) <= 2 * MOST_NAME_WORDS and not GLUED.search(text)
