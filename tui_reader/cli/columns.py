"""Rows in columns: cut to the terminal, whole and separated by tabs in a pipe."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

GAP = 2
NARROWEST = 10


def piped(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    return ("\t".join(row) for row in rows)


def aligned(rows: Sequence[Sequence[str]], width: int, wide: int, ellipsis: str) -> Iterator[str]:
    """Lines no longer than `width`; the column `wide` is cut where they would be."""
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    spare = width - sum(widths) - GAP * (len(widths) - 1)
    if widths:
        widths[wide] = max(NARROWEST, min(widths[wide], widths[wide] + spare))
    for row in rows:
        fitted = [fit(cell, room, ellipsis) for cell, room in zip(row, widths, strict=True)]
        yield cut((" " * GAP).join(fitted).rstrip(), width, ellipsis)


def cells(text: str) -> int:
    """How many columns a terminal gives the text."""
    if text.isascii():
        return len(text)
    return sum(map(_cells_of, text))


def cut(text: str, width: int, ellipsis: str) -> str:
    if cells(text) <= width:
        return text
    used = 0
    for place, character in enumerate(text):
        used += _cells_of(character)
        if used > width - 1:
            return text[:place] + ellipsis
    return text


def fit(text: str, width: int, ellipsis: str) -> str:
    """Exactly `width` columns: cut, or filled up with spaces."""
    short = cut(text, width, ellipsis)
    return short + " " * (width - cells(short))


def _cells_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
