"""Writing a note: escape saves it, and what is written is kept as a draft meanwhile."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static, TextArea

from tui_reader.text import clean
from tui_reader.tui.actions.action import Where
from tui_reader.tui.actions.bindings import bindings_for
from tui_reader.tui.dialogs.dialog import Dialog
from tui_reader.tui.dialogs.inputs import text_to_type
from tui_reader.tui.terminal.editor import EditorFailed, edited, editor_command
from tui_reader.tui.text import plain

Written = Callable[[str], None]
Save = Callable[[str], str]


class NoteEditor(Dialog):
    """`written` is told each change; `save` takes the note and returns what is wrong with it."""

    KEYS = (("escape", "saves"), ("ctrl+g", "editor"))
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Where.NOTE),
        Binding("ctrl+c", "copy_or_save", "copy", priority=True),
    ]

    def __init__(self, title: str, note: str, written: Written, save: Save) -> None:
        super().__init__()
        self._title = title
        self._note = note
        self._written = written
        self._save = save

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield Static(plain(self.spelled(self._title)), classes="label", markup=False)
            yield text_to_type(self._note)
            yield Static(classes="hint", markup=False)
        yield self.key_line()

    @property
    def area(self) -> TextArea:
        return self.query_one(TextArea)

    def on_mount(self) -> None:
        self.set_focus(self.area)
        self.area.move_cursor(self.area.document.end)

    def on_text_area_changed(self) -> None:
        self._written(self.area.text)

    def action_save(self) -> None:
        # What was only made safe to show is not an edit.
        unchanged = self.area.text == clean(self._note)
        if fault := self._save(self._note if unchanged else self.area.text):
            self.say(f"{fault}; the note is kept here")
        else:
            self.dismiss()

    def action_copy_or_save(self) -> None:
        """As everywhere: copy what is selected, else act as escape."""
        if self.area.selected_text:
            self.area.action_copy()
        else:
            self.action_save()

    def action_editor(self) -> None:
        """Hand the note to $EDITOR and take back what it saved."""
        try:
            command = editor_command()
            with self.app.suspend():
                text, fault = _edited(command, self.area.text)
        except (EditorFailed, SuspendNotSupported) as error:
            self.say(str(error))
            return
        if fault:
            self.say(fault)
        else:
            self.area.text = clean(text)


def _edited(command: Sequence[str], text: str) -> tuple[str, str]:
    """The new text and what went wrong; `App.suspend` of Textual 8.2 ends on an error raised in it
    without taking the terminal back."""
    try:
        return edited(command, text), ""
    except EditorFailed as error:
        return text, str(error)
