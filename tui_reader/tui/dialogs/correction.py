"""Title and authors, to be corrected or confirmed as they are."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui_reader.text import clean_line
from tui_reader.tui.dialogs.dialog import Dialog
from tui_reader.tui.dialogs.inputs import line_to_type
from tui_reader.tui.text import plain

Written = Callable[[str, str], None]
Save = Callable[[str, str], str]


class Correction(Dialog):
    """Enter goes to the authors, then saves or, unchanged, confirms; escape leaves all as is."""

    KEYS = (("enter", "goes on, then saves"), ("tab", "other field"), ("escape", "leaves"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "cancel", "leave", priority=True),
        Binding("enter", "next", "next", priority=True),
        Binding("tab,shift+tab,up,down", "other", "other", priority=True),
    ]

    def __init__(
        self, title: str, authors: str, written: Written, save: Save, cancelled: Callable[[], None]
    ) -> None:
        super().__init__()
        self._originals = {"title": title, "authors": authors}
        self._written = written
        self._save = save
        self._cancelled = cancelled

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(plain("Title"), classes="label", markup=False)
            yield line_to_type(self._originals["title"], id="title")
            yield Static(plain("Authors, with commas between"), classes="label", markup=False)
            yield line_to_type(self._originals["authors"], id="authors")
            yield Static(
                plain("enter goes on, and saves in the authors; unchanged, it confirms them"),
                classes="hint",
                markup=False,
            )
        yield self.key_line()

    def on_mount(self) -> None:
        self.set_focus(self._field("title"))

    def _field(self, name: str) -> Input:
        return self.query_one(f"#{name}", Input)

    def _value(self, name: str) -> str:
        """What was typed; what was only made safe to show is not an edit."""
        original, value = self._originals[name], self._field(name).value
        return original if value == clean_line(original) else value

    def on_input_changed(self) -> None:
        self._written(self._value("title"), self._value("authors"))

    def action_other(self) -> None:
        title, authors = self._field("title"), self._field("authors")
        self.set_focus(authors if self.focused is title else title)

    def action_next(self) -> None:
        title, authors = self._field("title"), self._field("authors")
        if self.focused is title:
            self.set_focus(authors)
        elif fault := self._save(self._value("title"), self._value("authors")):
            self.say(fault)
        else:
            self.dismiss()

    def action_cancel(self) -> None:
        self._cancelled()
        self.dismiss()
