"""What has changed on a screen, sent from where it changed.

Textual 8.2 sends each line of a widget from the widget's left edge up to where a change ends
(`ChopsUpdate.render_segments`, with a note to do better). Its compositor is private, and this
is the only place that builds on it; tests/tui/test_compositor.py tells when it is not needed.
"""

from collections.abc import Iterator
from operator import itemgetter

from rich.console import Console
from textual._compositor import ChopsUpdate, Compositor
from textual.strip import Strip


class ExactUpdate(ChopsUpdate):
    """One pane after the other: what stands below each other is more often in one style than
    what stands side by side."""

    def render_segments(self, console: Console) -> str:
        parts = sorted(self._parts(), key=itemgetter(0, 1))
        return "".join(
            f"\x1b[{y + 1};{start + 1}H{strip.crop(start - x, stop - x).render(console)}"
            for x, y, start, stop, strip in parts
        )

    def _parts(self) -> Iterator[tuple[int, int, int, int, Strip]]:
        """Each strip, where it stands, and the columns of it that have changed."""
        for y, first, last in self.spans:
            for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                start, stop = max(x, first), min(end, last)
                if strip is not None and start < stop:
                    yield x, y, start, stop, strip


class ExactCompositor(Compositor):
    def render_partial_update(self) -> ExactUpdate | None:
        update = super().render_partial_update()
        return ExactUpdate(update.chops, update.spans, update.chop_ends) if update else None
