"""A line before it is painted: pieces of text with the names of their styles."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui_reader.tui import cells


class Piece(NamedTuple):
    """`style` holds names of component classes without their prefix, a blank between them."""

    text: str
    style: str = ""

    def also(self, style: str) -> "Piece":
        return Piece(self.text, f"{style} {self.style}".strip()) if style else self


Line = tuple[Piece, ...]


def text_of(line: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in line)


def width_of(line: Iterable[Piece]) -> int:
    return sum(cells.width(piece.text) for piece in line)


def fit(line: Sequence[Piece], width: int, ellipsis: str, *, style: str = "") -> Line:
    """The line in exactly `width` cells.

    Where a hit is in the part cut off, the ellipsis looks like one.
    """
    total = width_of(line)
    if total <= width:
        return (*line, Piece(" " * (width - total), style)) if total < width else tuple(line)
    return _cut(line, width, ellipsis, style)


def _cut(line: Sequence[Piece], width: int, ellipsis: str, style: str) -> Line:
    room = width - len(ellipsis)
    if room < 0:
        return (Piece(" " * width, style),)
    kept: list[Piece] = []
    rest: list[Piece] = []
    for piece in line:
        end = cells.prefix(piece.text, room) if not rest else 0
        if end:
            kept.append(Piece(piece.text[:end], piece.style))
            room -= cells.width(piece.text[:end])
        if end < len(piece.text):
            rest.append(piece)
    kept, trimmed = _without_trailing_blanks(kept)
    kept.append(Piece(ellipsis, _style_of_cut(rest)))
    return (*kept, Piece(" " * (room + trimmed), style)) if room + trimmed else tuple(kept)


def _without_trailing_blanks(line: list[Piece]) -> tuple[list[Piece], int]:
    before = width_of(line)
    while line and not line[-1].text.rstrip(" "):
        line = line[:-1]
    if line:
        line = [*line[:-1], line[-1]._replace(text=line[-1].text.rstrip(" "))]
    return line, before - width_of(line)


def _style_of_cut(rest: Sequence[Piece]) -> str:
    for name in ("hit", "similar"):
        for piece in rest:
            if name in piece.style.split():
                return piece.style
    return rest[0].style if rest else ""
