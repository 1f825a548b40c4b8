"""What a LaTeX command is shown as: `alpha` finds a text that says \\alpha and shows α."""

import re
from collections.abc import Iterator, Sequence

from tui_reader.latex import display
from tui_reader.search.folding import fold
from tui_reader.search.language.query import Phrase, Word
from tui_reader.search.matches.span import Span, Spans, merged

_COMMAND = re.compile(r"\\([A-Za-z]+)")


def command_spans(text: str, sought: Sequence[Word | Phrase]) -> Spans:
    """`text` is the original, the places are those of its display text."""
    starts = tuple(node.word for node in sought if isinstance(node, Word))
    commands = {name for name in _COMMAND.findall(text) if fold(name).startswith(starts)}
    shown = display(text)
    return Spans(merged(span for name in commands for span in _places(shown, name)))


def _places(shown: str, name: str) -> Iterator[Span]:
    symbol = display(f"$\\{name}$").strip()
    for match in re.finditer(re.escape(symbol), shown) if symbol else ():
        yield match.span()
