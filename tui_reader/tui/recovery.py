"""The screen that stands in for the reader where its state is damaged or gone: good copies."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui_reader.library.errors import Damaged
from tui_reader.library.tracker.recovery import Copy
from tui_reader.tui.terminal.driver import ReaderDriver
from tui_reader.tui.terminal.stopping import Stoppable
from tui_reader.tui.text import plain

KEYS = "123456789"


class RecoveryApp(Stoppable[Copy]):
    """Ends with the copy that was chosen, None where none was; nothing is written here."""

    ENABLE_COMMAND_PALETTE = False
    CSS: ClassVar[str] = "VerticalScroll { padding: 1 2; }"

    def __init__(self, damage: Damaged, copies: Sequence[Copy]) -> None:
        super().__init__(driver_class=ReaderDriver)
        self._damage = damage
        self._choices = dict(zip(KEYS, copies, strict=False))
        self._more = len(copies) - len(self._choices)

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(plain("\n".join(self._lines())), markup=False)

    def _lines(self) -> list[str]:
        damage = self._damage
        lines = [f"{damage.path} cannot be used: {damage.cause}.", "It was not changed.", ""]
        lines += ["A key puts a copy back; what stands there now is kept beside the copies:", ""]
        lines += [f"  {key}  {_words(copy)}" for key, copy in self._choices.items()]
        if self._more:
            lines += ["", f"and {self._more} older ones: tui-reader backups"]
        return [*lines, "", "q leaves everything as it is"]

    def on_key(self, event: events.Key) -> None:
        if event.key in self._choices:
            self.exit(self._choices[event.key])
        elif event.key in {"q", "escape", "ctrl+c"}:
            self.exit(None)


def _words(copy: Copy) -> str:
    inside = copy.inside
    return f"{copy.date}  {inside.papers} papers touched, {inside.read} read  ({copy.reason})"


def choose_copy(damage: Damaged, copies: Sequence[Copy], *, mouse: bool) -> Copy | int:
    """The copy to restore, or the exit code: that of a signal, else that of the damage."""
    app = RecoveryApp(damage, copies)
    chosen = app.run_to_its_end(mouse=mouse)
    return chosen or app.return_code or damage.exit_code
