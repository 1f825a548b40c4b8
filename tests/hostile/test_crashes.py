"""A fault on any screen: the terminal is as before, one short message, a log without texts."""

import os
import signal
from pathlib import Path

import pytest

from tests.tui.terminal import Terminal
from tui_reader.library import Library

SECRET, TITLE = "what nobody else may read", "Formalizing"
SCREENS = {
    "list": ("j", " 2/81"),
    "paper": ("\r", "Paper 1 of"),
    "search": ("/training", "exact"),
    "help": ("?", "Moving"),
    "palette": (":mark", "mark"),
    "note": ("e", "saves"),
    "tags": ("t", "+name"),
    "correction": ("c", "Authors"),
    "strip": ("f", "queued"),
    "question": ("o", "searches the web"),
}


def crashed(tmp_path: Path, screen: str, **env: str) -> str:
    """What the log says."""
    library = Library.open(tmp_path / "library")
    library.set_note(library.papers[0].id, SECRET)
    library.close()
    env |= {"XDG_STATE_HOME": str(tmp_path / "state"), "TUI_READER_CRASH_KEY": "f12"}
    terminal = Terminal("--library", str(tmp_path / "library"), size=(120, 36), **env)
    try:
        terminal.wait_for("quit")
        keys, shown = SCREENS[screen]
        seen = len(terminal.output)
        terminal.send(keys)
        terminal.wait_for(shown, after=seen)
        terminal.send("\x1b[24~")
        assert terminal.end() == 1
        assert terminal.modes == terminal.before
        said = terminal.output.rpartition(b"\x1b[?1049l")[2].decode()
        assert b"\x1b[?25h" in terminal.output
        assert "Traceback" not in said
        assert "crash.log" in said
        assert len(said.splitlines()) < 5
        assert SECRET not in said
        assert TITLE not in said
    finally:
        terminal.close()
    again = Library.open(tmp_path / "library")
    assert again.state(again.papers[0]).note == SECRET
    again.close()
    (log,) = (tmp_path / "state").rglob("*.log")
    return log.read_text()


@pytest.mark.parametrize(
    "screen",
    [s if s == "question" else pytest.param(s, marks=pytest.mark.torture) for s in SCREENS],
)
def test_a_fault_on_any_screen(tmp_path: Path, screen: str) -> None:
    log = crashed(tmp_path, screen)
    assert "RuntimeError" in log
    assert "asked for by its key" not in log
    assert SECRET not in log
    assert TITLE not in log


def test_the_log_tells_more_when_asked(tmp_path: Path) -> None:
    assert "asked for by its key" in crashed(tmp_path, "note", TUI_READER_DEBUG="1")


def test_a_signal_within_a_fault_changes_nothing(tmp_path: Path) -> None:
    terminal = Terminal(
        "--library",
        str(tmp_path / "library"),
        XDG_STATE_HOME=str(tmp_path),
        TUI_READER_CRASH_KEY="f12",
    )
    try:
        terminal.wait_for("quit")
        terminal.send("\x1b[24~")
        os.kill(terminal.process.pid, signal.SIGTERM)
        assert terminal.end() in (1, 143)
        assert terminal.modes == terminal.before
        assert b"Traceback" not in terminal.output
    finally:
        terminal.close()
