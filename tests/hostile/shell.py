"""A shell with job control in a pseudo-terminal."""

import fcntl
import os
import pty
import select
import struct
import termios
import time
from pathlib import Path

PATIENCE = 20.0
SIZE = (36, 120)
ROOT = Path(__file__).parent.parent.parent


class Shell:
    """What it and its jobs write is kept in `output`."""

    def __init__(self, **env: str) -> None:
        self.output = b""
        self.pid, self.terminal = pty.fork()
        fcntl.ioctl(
            self.terminal if self.pid else 0, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0)
        )
        if not self.pid:
            os.chdir(ROOT)
            known = os.environ | {"TERM": "xterm-256color", "PS1": "READY> "} | env
            os.execvpe("bash", ["bash", "--norc", "--noprofile", "-i"], known)

    def type(self, keys: str) -> int:
        """Send the keys; where the output stood then."""
        os.write(self.terminal, keys.encode())
        return len(self.output)

    def read(self, seconds: float = 0.1) -> None:
        if select.select([self.terminal], [], [], seconds)[0]:
            self.output += os.read(self.terminal, 65536)

    def wait_for(self, text: str, after: int = 0) -> None:
        deadline = time.monotonic() + PATIENCE
        while text.encode() not in self.output[after:]:
            assert time.monotonic() < deadline, self.output[after:][-2000:]
            self.read()

    def close(self) -> None:
        """Hang up, as closing the window does."""
        os.close(self.terminal)
        os.waitpid(self.pid, 0)
