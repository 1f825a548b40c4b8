"""Text to be copied by hand, where no clipboard took it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static, TextArea

from tui_reader.tui.dialogs.dialog import Dialog
from tui_reader.tui.dialogs.inputs import text_to_type
from tui_reader.tui.text import plain


class ByHand(Dialog):
    """Shows the text whole, without anything beside it that a mouse would catch."""

    KEYS = (("escape", "closes"),)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,ctrl+c", "close", "back", priority=True)
    ]

    def __init__(self, text: str, reason: str) -> None:
        super().__init__()
        self._text = text
        self._reason = reason

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield Static(plain(self.spelled(self._reason)), classes="label", markup=False)
            yield text_to_type(self._text, read_only=True)
        yield self.key_line()

    def on_mount(self) -> None:
        self.set_focus(self.query_one(TextArea))

    def action_close(self) -> None:
        self.dismiss()
