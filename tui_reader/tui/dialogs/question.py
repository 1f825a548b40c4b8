"""A question that one key answers."""

from collections.abc import Callable, Mapping

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from tui_reader.tui.actions.footers import Items
from tui_reader.tui.dialogs.dialog import Dialog
from tui_reader.tui.text import plain
from tui_reader.tui.widgets.footer import Footer


class Question(Dialog):
    """`answers` maps keys to what they do; every other key is left unheard, escape only
    closes. `keys` are they as the footer names them."""

    def __init__(self, text: str, answers: Mapping[str, Callable[[], None]], keys: Items) -> None:
        super().__init__()
        self._text = text
        self._answers = answers
        self._keys = keys

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(plain(self.spelled(self._text)), markup=False)
        yield self.key_line()

    def key_line(self) -> Footer:
        footer = super().key_line()
        footer.set_reactive(Footer.items, self._keys)
        return footer

    async def take_key(self, key: str) -> bool:
        """Called by the app for each key, in order."""
        if key in {"ctrl+q", "ctrl+z"}:
            return False
        if key in {"escape", "ctrl+c"}:
            self.dismiss()
        elif answer := self._answers.get(key):
            self.dismiss()
            answer()
        return True

    def on_key(self, event: events.Key) -> None:
        event.stop()
