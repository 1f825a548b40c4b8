"""The line that says how far an import is."""

import io
import threading

from tui_reader.cli.progress_line import ProgressLine


class Terminal(io.StringIO):
    """Says when something was drawn on it."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn = threading.Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if "%" in text:
            self.drawn.set()
        return super().write(text)


def test_a_long_import_is_told_and_the_line_cleared_after() -> None:
    terminal = Terminal()
    with ProgressLine(terminal, after=0) as progress:
        progress(30, 120)
        assert terminal.drawn.wait(10)
        progress(120, 120)
    *_, shown, blank, last = terminal.getvalue().split("\r")
    assert "reading… 25%" in terminal.getvalue()
    assert len(blank) >= len(shown.rstrip())
    assert blank.strip() == last == ""


def test_a_short_import_draws_nothing() -> None:
    terminal = Terminal()
    with ProgressLine(terminal, after=60) as progress:
        progress(1, 2)
    assert terminal.getvalue() == ""


def test_a_pipe_gets_nothing() -> None:
    stream = io.StringIO()
    with ProgressLine(stream, after=0) as progress:
        progress(1, 2)
    assert stream.getvalue() == ""
