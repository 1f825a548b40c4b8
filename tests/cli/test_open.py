"""`tui-reader PATH…` in a terminal."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PATIENCE = 60.0


class Terminal:
    """A pseudo-terminal of 24 x 80 and what was written on it."""

    def __init__(self) -> None:
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.written = b""

    def start(self, *argv: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-m", "tui_reader", *argv],
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            start_new_session=True,
        )

    def wait_for(self, text: bytes) -> None:
        end = time.monotonic() + PATIENCE
        while text not in self.written:
            assert time.monotonic() < end, self.written[-2000:]
            self.read(0.1)

    def read(self, patience: float) -> None:
        if select.select([self.master], [], [], patience)[0]:
            self.written += os.read(self.master, 1 << 16)

    def wait(self, child: "subprocess.Popen[bytes]") -> int:
        end = time.monotonic() + PATIENCE
        while child.poll() is None:
            assert time.monotonic() < end
            self.read(0.05)
        return child.returncode

    def close(self) -> None:
        os.close(self.master)
        os.close(self.slave)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    terminal = Terminal()
    yield terminal
    terminal.close()


def test_paths_are_imported_then_the_reader_opens(
    terminal: Terminal, papers_file: Path, run: Run
) -> None:
    child = terminal.start("--no-samples", str(papers_file))
    try:
        terminal.wait_for(b"3 new")
        terminal.wait_for(b"Optimal")
        terminal.wait_for(b"quit")
        os.write(terminal.master, b"q")
        assert terminal.wait(child) == 0
    finally:
        child.kill()
        child.wait()
    assert len(run("list", "--json").json) == 3


def test_an_interrupted_command_ends_in_130(terminal: Terminal, ids: list[str]) -> None:
    child = terminal.start("mark", "--stdin")
    try:
        os.write(terminal.master, f"read {ids[0]}\n".encode())
        terminal.wait_for(f"saved {ids[0]} read".encode())
        child.send_signal(signal.SIGINT)
        assert terminal.wait(child) == 130
    finally:
        child.kill()
        child.wait()
    assert b"Traceback" not in terminal.written
