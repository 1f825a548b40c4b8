"""The full-screen reader."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import App

from tui_reader.library import Library, Report
from tui_reader.tui.actions.action import Where
from tui_reader.tui.actions.bindings import bindings_for
from tui_reader.tui.actions.keys import is_key, normal
from tui_reader.tui.config import Config
from tui_reader.tui.desk.desk import Desk
from tui_reader.tui.desk.importing import Importing
from tui_reader.tui.desk.mending import LOOK_EVERY
from tui_reader.tui.drawing.marks import ASCII
from tui_reader.tui.screens.library.screen import LibraryScreen
from tui_reader.tui.sheets import sheet
from tui_reader.tui.terminal.driver import ReaderDriver
from tui_reader.tui.terminal.sizes import is_possible
from tui_reader.tui.terminal.terminal_marks import marks_for
from tui_reader.tui.terminal.typing_order import TakesKeys, drained
from tui_reader.tui.themes import THEMES
from tui_reader.tui.widgets.footer import Footer

# Help and dialogs bring their own.
SHEETS = ("widgets", "library")
# A worker that builds an index starves the screen at Python's default of 5 ms.
SWITCH_INTERVAL = 0.0005
CRASH_KEY = "TUI_READER_CRASH_KEY"


class ReaderApp(Importing):
    CSS_PATH: ClassVar = [sheet(name) for name in SHEETS]
    TITLE = "tui-reader"
    BINDINGS = bindings_for(Where.EVERYWHERE)
    ENABLE_COMMAND_PALETTE = False
    ESCAPE_TO_MINIMIZE = False

    def __init__(self, desk: Desk, *, ascii: bool = False) -> None:
        super().__init__(driver_class=ReaderDriver)
        self.desk = desk
        config = desk.config
        self.marks = marks_for(ascii or config.ascii)
        self.set_class(self.marks is ASCII, "-ascii")
        self.home = LibraryScreen(desk, self.marks)
        for theme in THEMES:
            self.register_theme(theme)
        # Not by assignment, which parses all sheets once more than the start itself does.
        self.set_reactive(App.theme, config.theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_keymap({name: ",".join(keys) for name, keys in config.keymap.items()})

    def get_default_screen(self) -> LibraryScreen:
        """The first screen is ours: one pushed onto Textual's own is painted second."""
        return self.home

    def on_mount(self) -> None:
        self.set_interval(LOOK_EVERY, self.look_after_state)
        if not self.is_headless:
            self.suspend_between_steps()
            self.redraw_when_back()

    # Keys

    async def on_event(self, event: events.Event) -> None:
        """Work off keys one by one: what one of them changes is there for the next."""
        if isinstance(event, events.Resize) and not is_possible(*event.size):
            return
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._ending:
            return  # Keys that wait do not hold up the end.
        elif event.key == os.environ.get(CRASH_KEY):
            raise RuntimeError("a fault, asked for by its key")
        elif not (isinstance(self.screen, TakesKeys) and await self.screen.take_key(event.key)):
            typed_into = self.focused
            await super().on_event(event)
            await drained(typed_into)

    @on(Footer.Clicked)
    def _footer_clicked(self, message: Footer.Clicked) -> None:
        """A click on a key that stands alone is as good as the key."""
        if is_key(message.key):
            self.simulate_key(normal(message.key))


def run(
    library: Library,
    config: Config,
    ascii: bool,
    paths: Sequence[Path] = (),
    told: Callable[[Report], None] = lambda report: None,
) -> int:
    """Show the reader until it is left; the exit code. Raises what was not foreseen.

    `paths` are imported meanwhile; `told` is given the report when the reader is left.
    """
    sys.setswitchinterval(SWITCH_INTERVAL)
    app = ReaderApp(Desk(library, config), ascii=ascii)
    app.paths = paths
    try:
        code = app.run_to_its_end(mouse=config.mouse)
    finally:
        app.remember()
        if app.report is not None:
            told(app.report)
    return code if code is not None else app.return_code or 0
