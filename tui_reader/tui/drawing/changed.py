"""Where lines drawn anew differ from those on the screen."""

import re
from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from tui_reader.tui.drawing.cells import char_width, width

# Characters of one cell that are no marks, as nearly all lines consist of: their number tells
# the cells.
_PLAIN = re.compile("[ -~¡-¬®-˿‐-‧≈─-◦★✓]*").fullmatch


def changed_regions(before: Sequence[Strip], after: Sequence[Strip]) -> list[Region]:
    """Of each line that differs, all from the first word to the last that does.

    A line that stands alone goes out whole: it is short, and is read as one.
    """
    if len(after) == 1 == len(before):
        return [] if before[0] == after[0] else [Region(0, 0, after[0].cell_length, 1)]
    pairs = enumerate(zip(before, after, strict=True))
    spans = ((y, _span(old, new)) for y, (old, new) in pairs if old is not new)
    return [Region(start, y, end - start, 1) for y, (start, end) in spans if start < end]


def _span(old: Strip, new: Strip) -> tuple[int, int]:
    """The first cell and the one behind the last."""
    segments, others = list(new), list(old)
    if segments == others:
        return 0, 0
    text = "".join([segment.text for segment in segments])
    other = "".join([segment.text for segment in others])
    start = min(_same(text, other), _same_styles(segments, others))
    start = text.rfind(" ", 0, start) + 1
    segments.reverse()
    others.reverse()
    end = len(text) - min(_same(text[::-1], other[::-1]), _same_styles(segments, others))
    end = text.find(" ", end) if " " in text[end:] else len(text)
    if _PLAIN(text + other):
        return start, end
    return _without_marks(text, other, start, end)


def _same(text: str, other: str) -> int:
    """How many characters both begin with."""
    same = 0
    for one, two in zip(text, other, strict=False):
        if one != two:
            break
        same += 1
    return same


def _same_styles(segments: Sequence[Segment], others: Sequence[Segment]) -> int:
    """How many characters at least both begin with in the same styles."""
    same = 0
    for (text, style, _), (other, other_style, _) in zip(segments, others, strict=False):
        if style is not other_style and style != other_style:
            break
        if len(text) != len(other):
            return same + min(len(text), len(other))
        same += len(text)
    return same


def _without_marks(text: str, other: str, start: int, end: int) -> tuple[int, int]:
    """In cells; a mark goes with the character before it."""
    while start and (_is_mark(text, start) or _is_mark(other, start)):
        start -= 1
    # Textual cuts a mark off that ends what is sent.
    while end < len(text) and (_is_mark(text, end) or _is_mark(text, end - 1)):
        end += 1
    return width(text[:start]), width(text[:end])


def _is_mark(text: str, at: int) -> bool:
    return at < len(text) and not char_width(text[at])
