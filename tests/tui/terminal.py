"""The program itself in a pseudo-terminal."""

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
from collections.abc import Sequence
from pathlib import Path

PATIENCE = 20.0


def _without_size() -> dict[str, str]:
    """Test runners set a size of their own."""
    return {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}


class Terminal:
    """What the program writes is kept in `output`."""

    def __init__(
        self,
        *arguments: str,
        size: tuple[int, int] = (100, 30),
        under: Sequence[str] = (),
        **env: str,
    ) -> None:
        """`under` is a command that runs the one behind it: `setpriv …`."""
        self.master, self._slave = pty.openpty()
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.before = termios.tcgetattr(self._slave)
        self.output = b""
        self.process = subprocess.Popen(
            [*under, sys.executable, "-m", "tui_reader", *arguments],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env=_without_size() | {"TERM": "xterm-256color"} | env,
            cwd=Path(__file__).parent.parent.parent,
            start_new_session=True,
        )

    @property
    def modes(self) -> list[object]:
        """The terminal's modes now."""
        return termios.tcgetattr(self._slave)

    def read(self, seconds: float = 0.1) -> None:
        """Take what is written within this time."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        if ready:
            self.output += os.read(self.master, 65536)

    def wait_for(self, text: str, after: int = 0) -> None:
        """Return once the text was written, `after` so many bytes."""
        deadline = time.monotonic() + PATIENCE
        while text.encode() not in self.output[after:]:
            assert time.monotonic() < deadline, self.output[-2000:]
            assert self.process.poll() is None, self.output[-2000:]
            self.read()

    def settle(self, quiet: float = 0.4) -> None:
        """Return once nothing was written for so many seconds."""
        seen = -1
        while seen < len(self.output):
            seen = len(self.output)
            self.read(quiet)

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process.send_signal(signal.SIGWINCH)

    def send(self, keys: str) -> None:
        self.send_bytes(keys.encode())

    def send_bytes(self, data: bytes) -> None:
        os.write(self.master, data)

    def end(self) -> int:
        """The exit code, once the program is gone."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < deadline, self.output[-2000:]
            self.read()
        while select.select([self.master], [], [], 0)[0]:
            self.output += os.read(self.master, 65536)
        return self.process.returncode

    def hang_up(self) -> None:
        """Close the window: nothing reads any more, and the kernel says so."""
        os.close(self._slave)
        os.close(self.master)
        self.master = -1
        os.kill(self.process.pid, signal.SIGHUP)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self.master >= 0:
            os.close(self.master)
            os.close(self._slave)
