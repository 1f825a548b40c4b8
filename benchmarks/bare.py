"""python benchmarks/bare.py hello | options N: the least that Textual takes, and a list of its."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import OptionList, Static

TITLE = "Learning sparse attention circuits for causal protein models in practice"


class Hello(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("hello")


class Options(App[None]):
    def compose(self) -> ComposeResult:
        yield OptionList(*(f"Row {i:07d} {TITLE}" for i in range(int(sys.argv[2]))))


if __name__ == "__main__":
    {"hello": Hello, "options": Options}[sys.argv[1]]().run()
