"""What has changed on a screen, sent from where it changed, and in few bytes.

Textual 8.2 sends each line of a widget from the widget's left edge up to where a change ends
(`ChopsUpdate.render_segments`, with a note to do better). Its compositor is private, and this
is the only place that builds on it; tests/tui/test_compositor.py tells when it is not needed.
"""

from collections.abc import Iterator
from itertools import chain

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, Compositor
from textual.strip import Strip

from tui_reader.tui.drawing.blanks import on_blanks
from tui_reader.tui.drawing.cells import char_width


class ExactCompositor(Compositor):
    def render_partial_update(self) -> ChopsUpdate | None:
        update = super().render_partial_update()
        return exact(update) if update else None


class ExactUpdate(ChopsUpdate):
    """Segments with moves between them."""

    def __init__(self, segments: list[Segment]) -> None:
        super().__init__([], [], [])
        self._strip = Strip(segments)

    def render_segments(self, console: Console) -> str:
        return self._strip.render(console)


def exact(update: ChopsUpdate) -> ExactUpdate | None:
    """The update with nothing but what has changed; None where that is nothing.

    All in one style goes out together: another style takes twenty bytes, another place seven.
    """
    pieces: dict[Style | None, list[Segment]] = {}
    for y, x, start, stop, strip in _parts(update):
        for at, text, style in _pieces(strip, start, stop):
            pieces.setdefault(style, []).append(Segment(f"\x1b[{y + 1};{x + at + 1}H"))
            pieces[style].append(Segment(text, style))
    return ExactUpdate(list(chain.from_iterable(pieces.values()))) if pieces else None


def _parts(update: ChopsUpdate) -> Iterator[tuple[int, int, int, int, Strip]]:
    """Where each strip stands, in the order of lines and columns, and what of it has changed."""
    for y, first, last in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            start, stop = max(x, first), min(end, last)
            if strip is not None and start < stop:
                yield y, x, start - x, stop - x, strip


def _pieces(strip: Strip, start: int, stop: int) -> list[tuple[int, str, Style | None]]:
    """Where each begins, in as few as look the same: blanks go with what is beside them, and
    marks with the character that they stand on."""
    pieces: list[tuple[int, str, Style | None]] = []
    for at, text, style in _cut(strip, start, stop):
        if not pieces:
            pieces.append((at, text, style))
            continue
        begin, before, last = pieces[-1]
        if _is_mark(text[0]) or (text.isspace() and on_blanks(style) == on_blanks(last)):
            pieces[-1] = begin, before + text, last
        elif before.isspace() and on_blanks(style) == on_blanks(last):
            pieces[-1] = begin, before + text, style
        else:
            pieces.append((at, text, style))
    return pieces


def _cut(strip: Strip, start: int, stop: int) -> Iterator[tuple[int, str, Style | None]]:
    """What `Strip.crop` would leave, at a fifth of the cost."""
    end = 0
    for segment in strip:
        begin = end
        end += segment.cell_length
        if start < end and begin < stop and segment.text:
            shown = segment if end <= stop else segment.split_cells(stop - begin)[0]
            text = shown.text if begin >= start else shown.split_cells(start - begin)[1].text
            yield max(begin, start), text, segment.style


def _is_mark(character: str) -> bool:
    return not character.isascii() and not char_width(character)
