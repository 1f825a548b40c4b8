"""What has changed on a screen, sent from where it changed, and in few bytes.

Textual 8.2 sends each line of a widget from the widget's left edge up to where a change ends
(`ChopsUpdate.render_segments`, with a note to do better). Its compositor is private, and this
is the only place that builds on it; tests/tui/test_compositor.py tells when it is not needed.
"""

from collections.abc import Iterator
from itertools import chain

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


def exact(update: ChopsUpdate) -> ChopsUpdate | None:
    """The update with nothing but what has changed; None where that is nothing.

    All in one style goes out together: another style takes twenty bytes, another place seven.
    """
    chops: list[dict[int, Strip | None]] = [{} for _ in update.chops]
    ends: list[list[int]] = [[] for _ in update.chops]
    spans: dict[Style | None, list[tuple[int, int, int]]] = {}
    for y, x, start, stop, strip in _parts(update):
        begin = x + start
        for piece, style in _pieces(strip, start, stop):
            end = begin + piece.cell_length
            chops[y][begin] = piece
            ends[y].append(end)
            spans.setdefault(style, []).append((y, begin, end))
            begin = end
    return ChopsUpdate(chops, list(chain(*spans.values())), ends) if spans else None


def _parts(update: ChopsUpdate) -> Iterator[tuple[int, int, int, int, Strip]]:
    """Where each strip stands, in the order of lines and columns, and what of it has changed."""
    for y, first, last in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            start, stop = max(x, first), min(end, last)
            if strip is not None and start < stop:
                yield y, x, start - x, stop - x, strip


def _pieces(strip: Strip, start: int, stop: int) -> Iterator[tuple[Strip, Style | None]]:
    """In as few as look the same: blanks go with what is beside them, and marks with the
    character that they stand on."""
    if len(strip) == 1:
        yield strip.crop(start, stop), next(iter(strip)).style
        return
    piece: list[Segment] = []
    style: Style | None = None
    is_blank = True
    for segment in _cut(strip, start, stop):
        blank = segment.text.isspace()
        alike = (blank or is_blank) and on_blanks(segment.style) == on_blanks(style)
        if piece and not alike and not _is_mark(segment.text[0]):
            yield Strip(piece), style
            piece, is_blank = [], True
        piece.append(segment)
        if is_blank:
            style, is_blank = segment.style, blank
    if piece:
        yield Strip(piece), style


def _cut(strip: Strip, start: int, stop: int) -> Iterator[Segment]:
    """What `Strip.crop` would leave."""
    end = 0
    for segment in strip:
        begin = end
        end += segment.cell_length
        if start < end and begin < stop and segment.text:
            shown = segment if end <= stop else segment.split_cells(stop - begin)[0]
            yield shown if begin >= start else shown.split_cells(start - begin)[1]


def _is_mark(character: str) -> bool:
    return not character.isascii() and not char_width(character)
