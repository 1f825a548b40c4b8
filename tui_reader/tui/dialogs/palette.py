"""Every action by its name; commands of other programs' command lines work too."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui_reader.tui.actions.action import Action, Where
from tui_reader.tui.actions.table import actions_of
from tui_reader.tui.dialogs.dialog import Dialog
from tui_reader.tui.dialogs.inputs import line_to_type
from tui_reader.tui.drawing.cells import cut
from tui_reader.tui.text import plain
from tui_reader.tui.texts.help_text import keys_shown

Command = Callable[[str], str]
Run = Callable[[Action], None]
NAME_WIDTH, KEYS_WIDTH = 20, 10
# Below this many columns keys and sentence have the line to themselves.
ROOMY = 66


class Palette(Dialog):
    """`command` takes a line such as `q` or `42` and returns what is wrong with it, if anything."""

    KEYS = (("enter", "runs it"), ("↑ ↓", "move"), ("escape", "leaves"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "cancel", "leave", priority=True),
        Binding("enter", "run", "run", priority=True),
        Binding("down,ctrl+n", "move(1)", "down", priority=True),
        Binding("up,ctrl+p", "move(-1)", "up", priority=True),
    ]

    def __init__(
        self, where: Where, keymap: Mapping[str, tuple[str, ...]], run: Run, command: Command
    ) -> None:
        super().__init__()
        self._actions = actions_of(where)
        self._keymap = keymap
        self._run = run
        self._command = command
        self._found: tuple[Action, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield line_to_type()
            yield OptionList(markup=False, compact=True)
            yield Static(
                plain(self.spelled("words of an action, or q, w, 42")), classes="hint", markup=False
            )
        yield self.key_line()

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Input))
        self._show()

    def on_input_changed(self) -> None:
        self._show()

    def on_resize(self) -> None:
        self._show()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss()
        self._run(self._found[event.option_index])

    @property
    def _typed(self) -> str:
        return self.query_one(Input).value.strip().removeprefix(":").strip()

    def _show(self) -> None:
        typed = self._typed.casefold()
        found = (a for a in self._actions if all(word in _text(a) for word in typed.split()))
        self._found = tuple(sorted(found, key=lambda action: _begins(action, typed)))
        options = self.query_one(OptionList)
        lines = (self.spelled(self._line(action)) for action in self._found)
        options.set_options(Option(plain(line)) for line in lines)
        options.highlighted = 0 if self._found else None

    def _line(self, action: Action) -> str:
        keys = keys_shown(self._keymap.get(action.id, action.keys))
        name = f"{action.id:<{NAME_WIDTH}} " if self.app.size.width >= ROOMY else ""
        line = f"{name}{keys:<{KEYS_WIDTH}} {action.tooltip}"
        return cut(line, max(self.app.size.width - 2, 1), self.marks.cut)

    def action_move(self, step: int) -> None:
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_run(self) -> None:
        """The line as a command, else the action that is highlighted."""
        self._show()
        typed = self._typed
        fault = self._command(typed) if typed else "nothing typed"
        highlighted = self.query_one(OptionList).highlighted
        if not fault:
            self.dismiss()
        elif highlighted is not None and self._found:
            self.dismiss()
            self._run(self._found[highlighted])
        else:
            self.say(fault)

    def action_cancel(self) -> None:
        self.dismiss()


def _begins(action: Action, typed: str) -> bool:
    """False, which comes first, where what was typed begins the name or the word."""
    return not any(text.casefold().startswith(typed) for text in (action.id, action.word))


def _text(action: Action) -> str:
    return f"{action.id} {action.word} {action.tooltip}".casefold()
