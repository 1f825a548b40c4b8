"""One line to fill in: progress, tags, a command."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui_reader.tui.dialogs.dialog import Dialog
from tui_reader.tui.dialogs.inputs import line_to_type
from tui_reader.tui.text import plain
from tui_reader.tui.widgets.footer import Footer

Done = Callable[[str], str]
Complete = Callable[[str], Sequence[str]]


class Field(Dialog):
    """Asks for one line. `done` takes it and returns what is wrong with it, empty when nothing.

    It is called before the dialog closes, so that keys typed on act on the result.
    `complete` gives what the last word may become; tab goes through it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "cancel", "leave", priority=True),
        Binding("enter", "done", "done", priority=True),
        Binding("tab", "complete", "complete", priority=True),
    ]

    def __init__(
        self, label: str, value: str, hint: str, done: Done, complete: Complete | None = None
    ) -> None:
        super().__init__()
        self._label = label
        self._value = value
        self._hint = hint
        self._done = done
        self._complete = complete
        self._round: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(plain(self.spelled(self._label)), classes="label", markup=False)
            yield line_to_type(self._value)
            yield Static(plain(self.spelled(self._hint)), classes="hint", markup=False)
        yield self.key_line()

    def on_mount(self) -> None:
        field = self.query_one(Input)
        self.set_focus(field)
        # What is typed replaces the old value; an arrow key goes into it instead.
        field.select_all()

    def key_line(self) -> Footer:
        footer = super().key_line()
        completes = (("tab", "completes"),) if self._complete else ()
        footer.set_reactive(Footer.items, (("enter", "done"), *completes, ("escape", "leaves")))
        return footer

    @property
    def text(self) -> str:
        return self.query_one(Input).value

    def on_input_changed(self) -> None:
        if self._complete:
            near = self._complete(self.text)
            self.say("  ".join(near[:8]) or self._hint)

    def action_complete(self) -> None:
        """Put the next completion in place of the last word."""
        field = self.query_one(Input)
        if field.value not in self._round:
            self._round = (field.value, *(self._complete(field.value) if self._complete else ()))
        if len(self._round) > 1:
            following = self._round.index(field.value) + 1
            field.value = self._round[following % len(self._round)]
            field.cursor_position = len(field.value)

    def action_done(self) -> None:
        if fault := self._done(self.text):
            self.say(fault)
        else:
            self.dismiss()

    def action_cancel(self) -> None:
        self.dismiss()
