"""What has changed on a screen, sent from where it changed.

Textual 8.2 sends each line of a widget from the widget's left edge up to where a change ends
(`ChopsUpdate.render_segments`, with a note to do better). Its compositor is private, and this
is the only place that builds on it; tests/tui/test_compositor.py tells when it is not needed.
"""

from collections.abc import Iterator
from operator import itemgetter

from textual._compositor import ChopsUpdate, Compositor
from textual.strip import Strip


class ExactCompositor(Compositor):
    def render_partial_update(self) -> ChopsUpdate | None:
        update = super().render_partial_update()
        return exact(update) if update else None


def exact(update: ChopsUpdate) -> ChopsUpdate | None:
    """The update with nothing but what has changed; None where that is nothing.

    One pane comes after the other: what stands below each other is more often in one style than
    what stands side by side.
    """
    chops: list[dict[int, Strip | None]] = [{} for _ in update.chops]
    ends: list[list[int]] = [[] for _ in update.chops]
    spans: list[tuple[int, int, int]] = []
    for x, y, start, stop, strip in sorted(_parts(update), key=itemgetter(0, 1, 2)):
        chops[y][start] = strip.crop(start - x, stop - x)
        ends[y].append(stop)
        spans.append((y, start, stop))
    return ChopsUpdate(chops, spans, ends) if spans else None


def _parts(update: ChopsUpdate) -> Iterator[tuple[int, int, int, int, Strip]]:
    """Where each strip stands, the columns of it that have changed, and the strip."""
    for y, first, last in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            start, stop = max(x, first), min(end, last)
            if strip is not None and start < stop:
                yield x, y, start, stop, strip
