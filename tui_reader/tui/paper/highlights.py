"""Where a text matches the query and where the reader's watch words stand."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tui_reader.search.matches.span import Span, Spans
from tui_reader.tui.drawing.lines import Line, Piece

# By field: title, authors (joined by ", "), abstract, note.
Found = Mapping[str, Spans]
NOTHING_FOUND: Found = {}
NOTHING = Spans()
Watch = Callable[[str], Sequence[Span]]
# What wins where two overlap comes last.
_STRENGTH = ("watch", "similar", "hit")


def watch_finder(words: Sequence[str]) -> Watch | None:
    """What finds the watch words in a display text; None where there are none."""
    if not words:
        return None
    # Imported here: few readers have any.
    from tui_reader.search.matches.watch import WatchWords

    return WatchWords(words).spans


class Marked(NamedTuple):
    """A text and the styled spans in it, sorted and apart from one another."""

    text: str
    spans: tuple[tuple[int, int, str], ...] = ()

    def pieces(self, start: int = 0, end: int | None = None) -> Line:
        """The part of the text from `start` to `end`."""
        stop = len(self.text) if end is None else end
        line: list[Piece] = []
        at = start
        for first, last, style in self.spans[bisect_right(self.spans, start, key=_end) :]:
            if first >= stop:
                break
            if first > at:
                line.append(Piece(self.text[at:first]))
            at = max(at, first)
            line.append(Piece(self.text[at : min(last, stop)], style))
            at = min(last, stop)
        if at < stop:
            line.append(Piece(self.text[at:stop]))
        return tuple(line)

    def has(self, *styles: str) -> bool:
        return any(style in styles for _, _, style in self.spans)


def _end(span: tuple[int, int, str]) -> int:
    return span[1]


def marked(text: str, spans: Spans = NOTHING, watch: Watch | None = None) -> Marked:
    """The shown text with hits over similar hits over watch words."""
    layers = {
        "watch": watch(text) if watch else (),
        "similar": spans.similar,
        "hit": spans.exact,
    }
    if not any(layers.values()):
        return Marked(text)
    styles = [""] * len(text)
    starts: set[int] = set()
    for style in _STRENGTH:
        for start, end in layers[style]:
            starts.add(start)
            styles[start:end] = [style] * (min(end, len(text)) - start)
    return Marked(text, tuple(_runs(styles, starts)))


def _runs(styles: Sequence[str], starts: set[int]) -> list[tuple[int, int, str]]:
    runs: list[tuple[int, int, str]] = []
    begin = 0
    for at in range(1, len(styles) + 1):
        if at == len(styles) or styles[at] != styles[begin] or at in starts:
            if styles[begin]:
                runs.append((begin, at, styles[begin]))
            begin = at
    return runs
