"""Where a glued line might be cut: inside a token, close before one of its commas."""

import re
from collections.abc import Iterator

MOST_AUTHORS = 6
SHOWN_WITH_ET_AL = 3
WORDS_BEFORE_COMMA = 7
LONGEST_TOKEN = 80
LONGEST_NAME = 200
PARTICLES = frozenset((
    "al", "ap", "ben", "bin", "bint", "da", "dal", "dalla", "das", "de", "degli", "dei",
    "del", "della", "den", "der", "des", "di", "do", "dos", "du", "el", "ibn", "la", "le",
    "lo", "op", "'t", "te", "ten", "ter", "van", "ver", "vom", "von", "y", "zu", "zum",
    "zur",
))  # fmt: skip
VOWELS = frozenset("AEIOUYaeiouy")
SMALL_START = re.compile(rf"(?:{'|'.join(sorted(PARTICLES))})\s+[^\W\d_]|[dl]['’][A-Z]|al-[A-Z]")


def cuts(line: str, et_al: bool) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Every plausible position with the names it leaves, most authors first.

    Only the last tokens before a comma are looked at, so the work does not grow with the line.
    """
    parts = line.rsplit(",", MOST_AUTHORS)
    names = [part.strip() for part in parts]
    starts = []
    offset = 0
    for part in parts:
        starts.append(offset)
        offset += len(part) + 1
    for i in range(max(0, len(parts) - MOST_AUTHORS), len(parts)):
        segment = parts[i]
        if (et_al and len(parts) - i > SHOWN_WITH_ET_AL) or not all(
            map(_may_be_name, names[i + 1 :])
        ):
            continue
        for at in _inside_tokens(segment):
            yield starts[i] + at, (segment[at:].strip(), *names[i + 1 :])


def _may_be_name(text: str) -> bool:
    return 0 < len(text) <= LONGEST_NAME


def can_be_cut(name: str) -> bool:
    """Whether anything inside the name looks like a title glued to a name."""
    return next(_inside_tokens(name), None) is not None


def _inside_tokens(segment: str) -> Iterator[int]:
    """Positions inside the last tokens of the text between two commas."""
    end = len(segment.rstrip())
    for _ in range(WORDS_BEFORE_COMMA):
        start = max(segment.rfind(" ", 0, end), segment.rfind("\t", 0, end)) + 1
        first = max(start + 1, end - LONGEST_TOKEN)
        yield from (at for at in range(end - 1, first - 1, -1) if _starts_name(segment, at))
        end = len(segment[max(0, start - 4) : start].rstrip()) + max(0, start - 4)
        if start == 0:
            return


def _starts_name(text: str, at: int) -> bool:
    before, first = text[at - 1], text[at]
    if before in "-–—/\\^_{([$'’\"“‘#&@+" and not _closes(text, at - 1):
        return False
    if first.isupper() or (_has_no_case(first) and not _has_no_case(before)):
        return True
    if before.isupper() and not text[at - 2 : at - 1].isupper() and _can_be_said(before + first):
        return False
    return first.islower() and SMALL_START.match(text, at, at + 12) is not None


def _can_be_said(two: str) -> bool:
    """Whether a name may begin so: `Ada` is no title's A before `da`, `Gvan` is 6G before `van`."""
    return not VOWELS.isdisjoint(two)


def _has_no_case(letter: str) -> bool:
    """Whether the letter belongs to a script without capitals."""
    return letter.isalpha() and not letter.islower() and not letter.isupper()


def _closes(text: str, at: int) -> bool:
    """Whether an ambiguous mark ends something: `$…$`, `"…"`, `C++`."""
    mark = text[at]
    if mark == "+":
        return True
    if mark in "'’" and (at < 2 or not text[at - 2].isalpha()):
        return False
    return mark in "$'’\"“‘" and at > 0 and not text[at - 1].isspace()
