"""Leaving the program, by key, signal or fault: the terminal is as it was before."""

import asyncio
import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.reading_session import make_app
from tests.tui.terminal import Terminal
from tui_reader.library import Library

FULL_SCREEN = b"\x1b[?1049h"
LEFT_FULL_SCREEN = b"\x1b[?1049l"
CURSOR_SHOWN = b"\x1b[?25h"


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(
        "--library",
        str(tmp_path / "library"),
        XDG_STATE_HOME=str(tmp_path / "state"),
        TUI_READER_CRASH_KEY="f12",
    )
    terminal.wait_for("quit")
    yield terminal
    terminal.close()


def restored(terminal: Terminal) -> bool:
    return (
        terminal.modes == terminal.before
        and LEFT_FULL_SCREEN in terminal.output
        and CURSOR_SHOWN in terminal.output
    )


def drawn_anew(terminal: Terminal) -> None:
    """Back in full screen after it was left, and all of it painted again."""
    terminal.wait_for(LEFT_FULL_SCREEN.decode())
    left = terminal.output.index(LEFT_FULL_SCREEN)
    terminal.wait_for(FULL_SCREEN.decode(), after=left)
    back = terminal.output.index(FULL_SCREEN, left)
    terminal.wait_for("Formalizing", after=back)
    terminal.wait_for("quit", after=back)


def status_on_disk(tmp_path: Path) -> list[str]:
    rows = json.loads((tmp_path / "library" / "reading.json").read_text())["papers"]
    return [row["status"][0] for row in rows.values()]


@pytest.mark.parametrize("keys", ["4q", "4\x11"])
def test_keys(terminal: Terminal, tmp_path: Path, keys: str) -> None:
    terminal.send(keys)
    assert terminal.end() == 0
    assert restored(terminal)
    assert status_on_disk(tmp_path) == ["read"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (signal.SIGINT, 130),
        (signal.SIGTERM, 143),
        (signal.SIGHUP, 129),
        (signal.SIGQUIT, 131),
    ],
)
def test_signals(terminal: Terminal, tmp_path: Path, number: signal.Signals, code: int) -> None:
    terminal.send("4")
    terminal.wait_for("undoes")
    os.kill(terminal.process.pid, number)
    assert terminal.end() == code
    assert restored(terminal)
    assert status_on_disk(tmp_path) == ["read"]
    assert b"Traceback" not in terminal.output


def test_a_signal_keeps_the_note_being_written(terminal: Terminal, tmp_path: Path) -> None:
    terminal.send("ehalf")
    terminal.wait_for("half")
    os.kill(terminal.process.pid, signal.SIGTERM)
    assert terminal.end() == 143
    session = json.loads((tmp_path / "library" / "session.json").read_text())
    assert session["draft"]["text"] == "half"


def test_a_fault_ends_with_a_short_message_and_a_log(terminal: Terminal, tmp_path: Path) -> None:
    terminal.send("4ehalf")
    terminal.wait_for("half")
    terminal.send("\x1b[24~")
    assert terminal.end() == 1
    assert restored(terminal)
    said = terminal.output.rpartition(LEFT_FULL_SCREEN)[2].decode()
    assert "crash.log" in said
    assert "Traceback" not in said
    logs = list((tmp_path / "state").rglob("*.log"))
    assert len(logs) == 1
    assert "Formalizing" not in logs[0].read_text()
    assert status_on_disk(tmp_path) == ["read"]
    session = json.loads((tmp_path / "library" / "session.json").read_text())
    assert session["draft"]["text"] == "half"


def test_suspending_says_how_to_come_back(terminal: Terminal) -> None:
    terminal.send("\x1a")
    terminal.wait_for("fg brings it back")
    _, status = os.waitpid(terminal.process.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    assert terminal.modes == terminal.before
    os.kill(terminal.process.pid, signal.SIGCONT)
    drawn_anew(terminal)
    terminal.send("q")
    assert terminal.end() == 0


@pytest.mark.parametrize("told", [True, False])
def test_a_window_that_is_closed(terminal: Terminal, tmp_path: Path, told: bool) -> None:
    terminal.send("4")
    terminal.wait_for("undoes")
    terminal.hang_up(told=told)
    assert terminal.process.wait(10) == 129
    assert status_on_disk(tmp_path) == ["read"]


async def test_a_stop_from_outside_waits_until_nothing_is_half_done(library: Library) -> None:
    stopped: list[int] = []
    before = signal.signal(signal.SIGTSTP, lambda number, _: stopped.append(number))
    app = make_app(library)
    try:
        async with app.run_test() as pilot:
            app.suspend_between_steps()
            os.kill(os.getpid(), signal.SIGTSTP)
            assert not stopped
            await pilot.pause()
            assert stopped == [signal.SIGTSTP]
    finally:
        asyncio.get_running_loop().remove_signal_handler(signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, before)


def test_a_stop_from_outside_and_back(terminal: Terminal) -> None:
    terminal.settle()
    os.kill(terminal.process.pid, signal.SIGTSTP)
    _, status = os.waitpid(terminal.process.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    assert terminal.modes == terminal.before
    os.kill(terminal.process.pid, signal.SIGCONT)
    drawn_anew(terminal)
    terminal.send("q")
    assert terminal.end() == 0
