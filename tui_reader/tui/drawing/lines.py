"""A line before it is painted: pieces of text with the names of their styles."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui_reader.tui.drawing import cells


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
    kept.append(Piece(ellipsis, _style_of_cut(rest)))
    return (*kept, Piece(" " * (room), style)) if room else tuple(kept)


def _style_of_cut(rest: Sequence[Piece]) -> str:
    for name in ("hit", "similar"):
        for piece in rest:
            if name in piece.style.split():
                return piece.style
    return rest[0].style if rest else ""


def restyled(line: Iterable[Piece], start: int, end: int, style: str) -> Line:
    """The line with a style over its code points from `start` to `end`, -1 for all the rest."""
    changed: list[Piece] = []
    at = 0
    for piece in line:
        size = len(piece.text)
        first = min(max(start - at, 0), size)
        last = size if end < 0 else min(max(end - at, first), size)
        parts = (
            Piece(piece.text[:first], piece.style),
            Piece(piece.text[first:last], f"{piece.style} {style}"),
            Piece(piece.text[last:], piece.style),
        )
        changed += [part for part in parts if part.text]
        at += size
    return tuple(changed)
