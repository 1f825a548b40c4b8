"""Text measured and cut in terminal cells, so that columns hold whatever the characters.

Terminals disagree on how wide a sequence joined by U+200D or changed by a variation
selector is, and agree on its parts; so those joints are left out of what is drawn, and
the letters that make flags are drawn as letters.
"""

import re
from collections.abc import Iterator

from rich.cells import cell_len

_JOINTS = re.compile(
    "[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
_FLAG_LETTERS = {0x1F1E6 + number: ord("A") + number for number in range(26)}
_WORDS = re.compile(r"\S+")


def drawable(text: str) -> str:
    """The text on one line, without what makes its width a matter of opinion."""
    line = text.replace("\n", " ") if "\n" in text else text
    return line if line.isascii() else _JOINTS.sub("", line.translate(_FLAG_LETTERS))


def width(text: str) -> int:
    """Cells the text takes when drawn."""
    return len(text) if text.isascii() else cell_len(drawable(text))


def drawn(text: str) -> tuple[str, int]:
    """The drawable text and its width."""
    line = drawable(text)
    return line, len(line) if line.isascii() else cell_len(line)


def char_width(character: str) -> int:
    if character.isascii():
        return 1
    return cell_len(drawable(character))


def prefix(text: str, cells: int, start: int = 0) -> int:
    """The end of the longest run from `start` that fits, with the marks that combine with it."""
    if text.isascii():
        return min(len(text), start + max(cells, 0))
    used = 0
    for at in range(start, len(text)):
        used += char_width(text[at])
        if used > cells:
            return at
    return len(text)


def cut(text: str, cells: int, ellipsis: str) -> str:
    """The text, or as much of it as fits with the ellipsis behind it."""
    if width(text) <= cells:
        return text
    return text[: prefix(text, cells - len(ellipsis))] + ellipsis if cells > 0 else ""


def padded(text: str, cells: int, ellipsis: str) -> str:
    """The text in exactly so many cells."""
    short = cut(text, cells, ellipsis)
    return short + " " * (cells - width(short))


def wrap(text: str, cells: int) -> Iterator[tuple[int, int]]:
    """Start and end of each line, in code points; words above a line's width are broken."""
    begin = 0
    for paragraph in text.split("\n"):
        yield from _wrapped(text, begin, begin + len(paragraph), max(cells, 1))
        begin += len(paragraph) + 1


def _wrapped(text: str, begin: int, stop: int, cells: int) -> Iterator[tuple[int, int]]:
    line_start = line_end = begin
    used = 0
    for match in _WORDS.finditer(text, begin, stop):
        start, end = match.span()
        size = width(match[0])
        gap = start - line_end if used else 0
        if used and used + gap + size > cells:
            yield line_start, line_end
            used = gap = 0
        if not used:
            line_start = start
            while size > cells:
                cut_at = max(min(prefix(text, cells, start), end), start + 1)
                yield start, cut_at
                size -= width(text[start:cut_at])
                line_start = start = cut_at
        used += gap + size
        line_end = end
    yield line_start, max(line_end, line_start)
