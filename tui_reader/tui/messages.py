"""Messages that stand in a pane where there is nothing else to show."""

import re

from tui_reader.tui.lines import Line, Piece
from tui_reader.tui.text import source

# What stands before a gap names keys.
_KEYS = re.compile(r" ?(\S+(?: \S+)*) {2,}\S")


def message_lines(message: str) -> tuple[Line, ...]:
    """The lines of a message as they stand, made safe; keys at their start look like keys."""
    return tuple(map(_line, source(message).split("\n")))


def _line(line: str) -> Line:
    match = _KEYS.match(line)
    if not match:
        return (Piece(line),)
    start, end = match.span(1)
    return Piece(line[:start]), Piece(line[start:end], "key"), Piece(line[end:])
