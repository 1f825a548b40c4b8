"""The line that says how far an import is."""

import io
import signal
import threading

import pytest

from tui_reader.cli.progress_line import ProgressLine
from tui_reader.library.documents.progress import MERGING, READING, Pace, Progress, Stopped


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
        progress(Progress(READING, 0.25, 30))
        assert terminal.drawn.wait(10)
        progress(Progress(MERGING, 1, 120))
    *_, shown, blank, last = terminal.getvalue().split("\r")
    assert "reading 25% · " in terminal.getvalue()
    assert len(blank) >= len(shown.rstrip())
    assert blank.strip() == last == ""


def test_a_short_import_draws_nothing() -> None:
    terminal = Terminal()
    with ProgressLine(terminal, after=60) as progress:
        progress(Progress(READING, 0.5, 1))
    assert terminal.getvalue() == ""


def test_a_pipe_gets_nothing() -> None:
    stream = io.StringIO()
    with ProgressLine(stream, after=0) as progress:
        progress(Progress(READING, 0.5, 1))
    assert stream.getvalue() == ""


def test_rate_and_time_left() -> None:
    times = iter((100.0, 104.0, 130.0))
    pace = Pace(lambda: next(times))
    assert pace.words(Progress(READING, 0.25, 50_000_000)) == "reading 25% · 12.5 MB/s · 12 s left"
    assert pace.words(Progress(MERGING, 0.25, 60_000_000)) == "merging 25% · 1 min 30 s left"


def test_the_first_ctrl_c_waits_for_the_next_step_the_second_does_not() -> None:
    with ProgressLine(io.StringIO()) as progress:
        progress(Progress(READING, 0.1, 1))
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(Stopped):
            progress(Progress(READING, 0.2, 1))
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_of_the_first_bytes_no_time_left_is_told() -> None:
    ticks = iter((0.0, 0.2, 2.0))
    pace = Pace(lambda: next(ticks))
    assert pace.words(Progress(READING, 0.0001, 5_000)) == "reading 0%"
    assert pace.words(Progress(READING, 0.25, 30_000_000)) == "reading 25% · 15.0 MB/s · 6 s left"
