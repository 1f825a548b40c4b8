"""python benchmarks/bare.py hello | options N: the least that Textual takes, and a list of its."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import OptionList, Static

TITLE = "Learning sparse attention circuits for causal protein models in practice"


class Hello(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("hello")


class Options(App[None]):
    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        yield OptionList(*(f"Row {i:07d} {TITLE}" for i in range(self._rows)))


if __name__ == "__main__":
    app = Hello() if sys.argv[1] == "hello" else Options(int(sys.argv[2]))
    app.run()
