"""Where lines drawn anew differ from those on the screen."""

import re
from collections.abc import Iterator, Sequence

from textual.geometry import Region
from textual.strip import Strip

from tui_reader.tui.drawing.blanks import on_blanks
from tui_reader.tui.drawing.cells import char_width, width

# Characters of one cell that are no marks, as nearly all lines consist of: their number tells
# the cells.
_PLAIN = re.compile("[ -~¡-¬®-˿‐-‧≈─-◦★✓]*").fullmatch


def changed_regions(before: Sequence[Strip], after: Sequence[Strip]) -> list[Region]:
    """Of each line that differs, all from the first word to the last that does, of each piece.

    A line that stands alone goes out whole: it is short, and is read as one.
    """
    spans = _lone_span if len(after) == 1 else _spans
    return [
        Region(start, y, end - start, 1)
        for y, (old, new) in enumerate(zip(before, after, strict=True))
        if old is not new
        for start, end in spans(_Line(old), _Line(new))
    ]


class _Line:
    """In each of its cells a character with its marks, nothing behind a wide one, and a style,
    of which a widget has one object."""

    def __init__(self, strip: Strip) -> None:
        self._strip = strip
        text = "".join([segment.text for segment in strip])
        plain = _PLAIN(text)
        self.cells: Sequence[str] = text if plain else _cells(text)
        # One character a cell.
        self.text = text if plain else "".join(cell[:1] or "\0" for cell in self.cells)
        size = len if plain else width
        self.pieces = [(size(text), id(style)) for text, style, _ in strip]

    @property
    def styles(self) -> list[int]:
        styles: list[int] = []
        for length, style in self.pieces:
            styles += [style] * length
        return styles

    @property
    def grounds(self) -> set[object]:
        return {on_blanks(style) for _, style, _ in self._strip}


def _cells(text: str) -> list[str]:
    cells: list[str] = []
    for character in text:
        if size := char_width(character):
            cells += (character, "")[:size]
        else:
            cells[-1 if cells[-1] else -2] += character
    return cells


def _lone_span(old: _Line, new: _Line) -> Iterator[tuple[int, int]]:
    """All but blanks at its ends that stay."""
    if spans := _spans(old, new):
        text = new.text
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        yield min(start, spans[0][0]), max(end, spans[-1][1])


def _spans(old: _Line, new: _Line) -> list[tuple[int, int]]:
    """The first cell and the one behind the last of what is sent of each piece."""
    spans: list[tuple[int, int]] = []
    for start, stop, *changed in _changed(old, new):
        first, last = _words(new.text, start, stop, *changed)
        spans.append((first, _whole(new.cells, last)))
    return spans


def _words(text: str, start: int, stop: int, first: int, last: int) -> tuple[int, int]:
    """All of the words that begin or end there, as far as they are in the piece."""
    if text[first] != " ":
        first = max(text.rfind(" ", start, first) + 1, start)
    if text[last - 1] != " ":
        last = text.find(" ", last, stop)
    return first, last if last >= 0 else stop


def _changed(old: _Line, new: _Line) -> Iterator[tuple[int, int, int, int]]:
    """Of each piece that looks different: its start and stop, the first cell that differs and
    the one behind the last."""
    cells, others, stop = new.cells, old.cells, 0
    restyled = old.pieces != new.pieces
    styles, old_styles = (new.styles, old.styles) if restyled else ([], [])
    alike = restyled and len(new.grounds | old.grounds) == 1
    for length, _ in new.pieces:
        start, stop = stop, stop + length
        first, last = start, stop
        if styles[start:stop] == old_styles[start:stop]:
            first += _same(cells[start:stop], others[start:stop])
            if first == stop:
                continue
            last -= _same(cells[start:stop][::-1], others[start:stop][::-1])
        else:
            seen = [
                one != other or (style != old_style and not (alike and one == " "))
                for one, other, style, old_style in zip(
                    cells[start:stop],
                    others[start:stop],
                    styles[start:stop],
                    old_styles[start:stop],
                    strict=True,
                )
            ]
            if not any(seen):
                continue
            first += seen.index(True)
            last -= seen[::-1].index(True)
        yield start, stop, first, last


def _same(cells: Sequence[str], others: Sequence[str]) -> int:
    """How many cells both begin with."""
    if cells == others:
        return len(cells)
    same = 0
    for one, other in zip(cells, others, strict=True):
        if one != other:
            break
        same += 1
    return same


def _whole(cells: Sequence[str], end: int) -> int:
    """Textual cuts a mark off that ends what is sent."""
    if isinstance(cells, str):
        return end
    while end < len(cells) and (not cells[end] or len(cells[end - 1]) > 1):
        end += 1
    return end
