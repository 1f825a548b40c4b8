"""The full-screen reader."""

import os
import sys
from typing import ClassVar

from textual import events, on, work
from textual.app import App
from textual.message import Message
from textual.worker import get_current_worker

from tui_reader.library import Changes, Library, LibraryError
from tui_reader.tui.actions.action import Where
from tui_reader.tui.actions.bindings import bindings_for
from tui_reader.tui.actions.keys import is_key, normal
from tui_reader.tui.config import Config
from tui_reader.tui.desk.answers import elsewhere
from tui_reader.tui.desk.desk import Desk
from tui_reader.tui.desk.mending import LOOK_EVERY
from tui_reader.tui.desk.working import Working
from tui_reader.tui.drawing.marks import ASCII
from tui_reader.tui.screens.library.screen import LibraryScreen
from tui_reader.tui.sheets import sheet
from tui_reader.tui.terminal.received import guard_input
from tui_reader.tui.terminal.terminal_marks import marks_for
from tui_reader.tui.terminal.typing_order import TakesKeys, drained
from tui_reader.tui.themes import DEFAULT, THEMES
from tui_reader.tui.widgets.footer import Footer

# Help and dialogs bring their own.
SHEETS = ("widgets", "library", "paper")
POLL_EVERY = 1.0
# A worker that builds an index starves the screen at Python's default of 5 ms.
SWITCH_INTERVAL = 0.0005
CRASH_KEY = "TUI_READER_CRASH_KEY"


class ReaderApp(Working):
    CSS_PATH: ClassVar = [sheet(name) for name in SHEETS]
    TITLE = "tui-reader"
    BINDINGS = bindings_for(Where.EVERYWHERE)
    ENABLE_COMMAND_PALETTE = False
    ESCAPE_TO_MINIMIZE = False

    class LibraryChanged(Message):
        """Other processes changed the library."""

        def __init__(self, changes: Changes) -> None:
            super().__init__()
            self.changes = changes

    class PollFailed(Message):
        """What other processes did could not be read."""

        def __init__(self, reason: str) -> None:
            super().__init__()
            self.reason = reason

    def __init__(self, desk: Desk, *, ascii: bool = False) -> None:
        super().__init__()
        self.desk = desk
        config = desk.config
        self.marks = marks_for(ascii or config.ascii)
        self.set_class(self.marks is ASCII, "-ascii")
        self.home = LibraryScreen(desk, self.marks)
        self._told = ""
        for theme in THEMES:
            self.register_theme(theme)
        # Not by assignment, which parses all sheets once more than the start itself does.
        self.set_reactive(App.theme, config.theme or DEFAULT)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_keymap({name: ",".join(keys) for name, keys in config.keymap.items()})

    def get_default_screen(self) -> LibraryScreen:
        """The first screen is ours: one pushed onto Textual's own is painted second."""
        return self.home

    def on_mount(self) -> None:
        self.set_interval(POLL_EVERY, self.poll)
        self.set_interval(LOOK_EVERY, self.look_after_state)
        if not self.is_headless:
            self.heed_signals()
            self.redraw_when_back()

    # Keys

    async def on_event(self, event: events.Event) -> None:
        """Work off keys one by one: what one of them changes is there for the next."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
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

    # What others do

    @work(thread=True, exclusive=True, group="poll", exit_on_error=False)
    def poll(self) -> None:
        worker = get_current_worker()
        try:
            changes = self.desk.library.poll()
        except LibraryError as error:
            self.post_message(self.PollFailed(str(error)))
            return
        if (changes.papers or changes.states) and not worker.is_cancelled:
            self.post_message(self.LibraryChanged(changes))

    @on(LibraryChanged)
    def _library_changed(self, message: LibraryChanged) -> None:
        if message.changes.papers:
            self.renew()
        else:
            self.desk.recount()
            self.desk.look_again(message.changes.states, self.show_states)
        self.toast(elsewhere(message.changes, len(self.desk.library.papers)))

    @on(PollFailed)
    def _poll_failed(self, message: PollFailed) -> None:
        """Say it once, not every second."""
        if message.reason != self._told:
            self._told = message.reason
            self.toast(message.reason)


def run(library: Library, config: Config, ascii: bool) -> int:
    """Show the reader until it is left; the exit code. Raises what was not foreseen."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    guard_input()
    app = ReaderApp(Desk(library, config), ascii=ascii)
    code = app.run(mouse=config.mouse)
    app.remember()
    if app._exception is not None:
        raise app._exception
    return code if code is not None else app.return_code or 0
