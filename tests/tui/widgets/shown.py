"""A small app that shows one widget, and what is on its screen."""

from textual.app import App, ComposeResult
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.resources import resources
from tui_reader.tui.config import Config
from tui_reader.tui.themes import THEMES
from tui_reader.tui.widgets.painting import Painted


class Shown(App[None]):
    CSS_PATH = resources("styles") / "widgets.tcss"

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = Config().theme
        self.widget = widget

    def compose(self) -> ComposeResult:
        yield self.widget

    def on_mount(self) -> None:
        self.widget.focus()


def strips(widget: Widget) -> list[Strip]:
    """What is drawn where the widget is, with all that has changed by now."""
    if isinstance(widget, Painted):
        return list(widget.draw(widget.size))
    return widget.render_lines(widget.outer_size.region)


def drawn(widget: Widget) -> list[str]:
    return [strip.text for strip in strips(widget)]
