"""Messages that stand in a pane where there is nothing else to show."""

import re
from collections.abc import Iterator

from tui_reader.tui.drawing.cells import cut, width, wrap
from tui_reader.tui.drawing.lines import Line, Piece
from tui_reader.tui.text import source

# Keys, a gap, what they do.
_KEYS = r"(\S+(?: \S+)*)( {2,})(?=\S)"


def message_lines(message: str, cells: int, ellipsis: str) -> tuple[Line, ...]:
    """The lines of a message, made safe and wrapped; a line that begins with a blank is cut."""
    return tuple(
        line
        for text in source(message).split("\n")
        for line in (
            [(Piece(cut(text[1:], cells, ellipsis)),)]
            if text.startswith(" ")
            else _wrapped(text, 0, cells)
        )
    )


def key_lines(message: str, cells: int) -> tuple[Line, ...]:
    """The same where what stands before a gap names keys, and the rest stays behind them."""
    return tuple(line for text in source(message).split("\n") for line in _with_keys(text, cells))


def _with_keys(text: str, cells: int) -> Iterator[Line]:
    match = re.match(_KEYS, text)
    if not match:
        yield from _wrapped(text, 0, cells)
        return
    head: Line = (Piece(match[1], "key"), Piece(match[2]))
    indent = width(match[0])
    for line in _wrapped(text[match.end() :], indent, cells):
        yield (*head, *line)
        head = (Piece(" " * indent),)


def _wrapped(text: str, indent: int, cells: int) -> Iterator[Line]:
    if width(text) <= cells - indent:
        yield (Piece(text),)
        return
    for start, end in wrap(text, cells - indent):
        yield (Piece(text[start:end]),)
