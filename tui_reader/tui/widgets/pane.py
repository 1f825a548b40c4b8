"""A part of the screen that its children share."""

from textual.containers import Container
from textual.geometry import Region
from textual.strip import Strip


class Pane(Container):
    """Covered by its children: nothing of its own is drawn."""

    def render_lines(self, crop: Region) -> list[Strip]:
        return []
