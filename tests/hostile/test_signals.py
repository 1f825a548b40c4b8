"""Told to end at bad moments: it does, in time, with its code, and the terminal is as it was."""

import fcntl
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.tui.terminal import Terminal

FULL_SCREEN = "\x1b[?1049h"
LEFT_FULL_SCREEN = b"\x1b[?1049l"
ENDINGS = [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
# What it may take, and as much again for a machine that is busy.
PATIENCE = 4.0


@contextmanager
def reader(tmp_path: Path, *paths: str) -> Iterator[Terminal]:
    terminal = Terminal(
        "--library", str(tmp_path / "library"), *paths, XDG_STATE_HOME=str(tmp_path / "state")
    )
    try:
        yield terminal
    finally:
        terminal.close()


def ended(terminal: Terminal, code: int, since: float) -> None:
    assert terminal.end() == code
    assert time.monotonic() - since < PATIENCE
    assert terminal.modes == terminal.before
    assert terminal.output.count(FULL_SCREEN.encode()) == terminal.output.count(LEFT_FULL_SCREEN)
    assert b"Traceback" not in terminal.output
    assert b"a fault of" not in terminal.output


@pytest.mark.parametrize(("number", "code"), ENDINGS)
def test_while_it_loads(tmp_path: Path, number: int, code: int) -> None:
    with reader(tmp_path) as terminal:
        while not (tmp_path / "library").exists():
            assert terminal.process.poll() is None
        begun = time.monotonic()
        os.kill(terminal.process.pid, number)
        ended(terminal, code, begun)


@pytest.mark.parametrize(("number", "code"), ENDINGS)
def test_before_the_first_frame(tmp_path: Path, number: int, code: int) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for(FULL_SCREEN)
        begun = time.monotonic()
        os.kill(terminal.process.pid, number)
        ended(terminal, code, begun)


@pytest.mark.parametrize("key", ["", "e", "t", ":", "?", "f", "\r"])
def test_twice_and_the_first_counts(tmp_path: Path, key: str) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("quit")
        terminal.send(f"4{key}")
        terminal.settle()
        begun = time.monotonic()
        os.kill(terminal.process.pid, signal.SIGTERM)
        terminal.wait_for(LEFT_FULL_SCREEN.decode())
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            os.kill(terminal.process.pid, number)
        ended(terminal, 143, begun)
    assert '"read"' in (tmp_path / "library" / "reading.json").read_text()


def test_while_keys_wait(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("quit")
        before = len(terminal.output)
        terminal.send("?q" * 1500)
        # Of the first screens, which may be closed before they are painted whole.
        terminal.wait_for("\x1b[", before)
        begun = time.monotonic()
        os.kill(terminal.process.pid, signal.SIGTERM)
        ended(terminal, 143, begun)


@pytest.mark.parametrize(("number", "code"), ENDINGS)
def test_while_the_terminal_takes_nothing(tmp_path: Path, number: int, code: int) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("quit")
        filled(terminal)
        begun = time.monotonic()
        os.kill(terminal.process.pid, number)
        assert terminal.process.wait(PATIENCE) == code
        assert time.monotonic() - begun < PATIENCE
        assert terminal.modes == terminal.before


def filled(terminal: Terminal) -> None:
    """Have more drawn than a terminal that nobody reads has room for, until nothing moves."""
    spent = -1.0
    while spent < (now := processor_time(terminal.process.pid)):
        spent = now
        terminal.send("?q" * 10)
        time.sleep(0.3)  # nothing tells when a process has come to wait


def processor_time(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return float(fields[11]) + float(fields[12])


def test_a_terminal_that_does_not_block(tmp_path: Path) -> None:
    """Other programs on it may have set that, for all of them."""
    with reader(tmp_path) as terminal:
        terminal.wait_for("quit")
        flags = fcntl.fcntl(terminal._slave, fcntl.F_GETFL)
        fcntl.fcntl(terminal._slave, fcntl.F_SETFL, flags | os.O_NONBLOCK)
        filled(terminal)
        terminal.settle()
        seen = len(terminal.output)
        terminal.send("/never\x1b")
        terminal.wait_for("never", after=seen)
        terminal.send("\x11")
        assert terminal.end() == 0
        assert terminal.modes == terminal.before
        assert LEFT_FULL_SCREEN in terminal.output
