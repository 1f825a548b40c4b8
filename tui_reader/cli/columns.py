"""Rows in columns: cut to the terminal, whole and separated by tabs in a pipe."""

import unicodedata
from collections.abc import Iterator, Sequence

from tui_reader.cli.output import Output
from tui_reader.text import clean_line

GAP = 2


def rows(table: Sequence[Sequence[str]], out: Output, *, wide: int) -> Iterator[str]:
    """The lines of a table; `wide` is the column that gives way where the terminal is narrow."""
    cleaned = [[clean_line(cell) for cell in row] for row in table]
    if out.width is None:
        yield from ("\t".join(row) for row in cleaned)
        return
    widths = [max(map(cells, column)) for column in zip(*cleaned, strict=True)]
    spare = out.width - sum(widths) - GAP * (len(widths) - 1)
    widths[wide] = max(10, min(widths[wide], widths[wide] + spare))
    for row in cleaned:
        fitted = [fit(cell, width, out.ellipsis) for cell, width in zip(row, widths, strict=True)]
        yield cut((" " * GAP).join(fitted), out.width, out.ellipsis).rstrip()


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
