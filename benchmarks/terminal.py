"""A program under a terminal of its own, watched from outside."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

ESCAPES = re.compile(
    rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[P_^][^\x1b]*\x1b\\"
    rb"|\x1b\[[0-9;:<=>?]*[ -/]*[@-~]|\x1b[()][0-9A-B]|\x1b[=>78cDEHM]"
)
# Escapes that no terminal emulator of ours knows, and which show nothing.
SWITCHES = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[[0-9;?]*\$p")
# What a plain modern terminal says when it is asked.
ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
}
FRAME_END = b"\x1b[?2026l"
COLUMNS, ROWS = 120, 40
CHUNK = 1 << 16
MOST_CHUNKS = 1000
GIVE_UP = 120.0
# Clock ticks (of 10 ms) a second that timers of an idle program may take.
IDLE_TICKS = 5


class Terminal:
    """Times are seconds since the program was started."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str] = {}) -> None:
        self.painted = 0
        self._painted: deque[bytes] = deque(maxlen=MOST_CHUNKS)
        self._began = self._last = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            _become(command, environment)
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, size)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for number in (signal.SIGTERM, signal.SIGKILL):
            os.kill(self._pid, number)
            end = time.perf_counter() + 3.0
            while time.perf_counter() < end:
                self._read(0.02)
                if os.waitpid(self._pid, os.WNOHANG)[0]:
                    os.close(self._fd)
                    return

    def wait_for(self, text: str) -> float:
        """When the text had been painted after the last key, since the start. Raises TimeoutError
        with what was painted instead."""
        began, plain = time.perf_counter(), b""
        while time.perf_counter() - began < GIVE_UP:
            plain = ESCAPES.sub(b"", b"".join(self._painted))
            if text.encode() in plain:
                return self._last - self._began
            if self._read(0.5) is None:
                break
        raise TimeoutError(f"{text!r} was never painted: {plain[-300:]!r}")

    def send(self, key: bytes) -> None:
        self._painted.clear()
        os.write(self._fd, key)

    def frame(self, key: bytes, gap: float = 0.1) -> float:
        """Milliseconds from the key to the end of the first frame after it. Reads on for
        `gap` seconds, as a person types."""
        self._read(0)
        began, seen = time.perf_counter(), b""
        self.send(key)
        while FRAME_END not in seen and time.perf_counter() - began < GIVE_UP:
            seen = seen[-len(FRAME_END) :] + (self._read(0.5) or b"")
        took = time.perf_counter() - began
        self.read_until(began + took + gap)
        return took * 1000

    def read_until(self, moment: float) -> None:
        while (left := moment - time.perf_counter()) > 0:
            self._read(left)

    def since_start(self, moment: float) -> float:
        return moment - self._began

    def settle(self, gap: float, limit: float = 60.0) -> float:
        """Read until nothing came for `gap` seconds; when the last byte came."""
        began = last = time.perf_counter()
        while time.perf_counter() - began < limit:
            if not self._read(gap):
                break
            last = time.perf_counter()
        return last - self._began

    def press(self, key: bytes, gap: float = 0.06) -> tuple[float, int]:
        """Milliseconds from the key to the last byte of its answer, and how many bytes came."""
        before = self.painted
        began = time.perf_counter()
        self.send(key)
        while self.painted == before and time.perf_counter() - began < GIVE_UP:
            self._read(0.5)
        last = time.perf_counter()
        while self._read(gap):
            last = time.perf_counter()
        return (last - began) * 1000, self.painted - before

    def idle(self, still: float = 1.0) -> float:
        """When the program had done its work: from then on it used next to no processor time."""
        used, since = self._ticks(), time.perf_counter()
        began = since
        while (now := time.perf_counter()) - since < still and now - began < GIVE_UP:
            self._read(0.05)
            if (ticks := self._ticks()) - used > IDLE_TICKS:
                used, since = ticks, time.perf_counter()
        return since - self._began

    def _ticks(self) -> int:
        fields = Path(f"/proc/{self._pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1]
        user, system = fields.split()[11:13]
        return int(user) + int(system)

    def memory(self) -> float:
        """The most memory the program has held, in kB."""
        status = Path(f"/proc/{self._pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmHWM:\s+(\d+)", status)
        return float(found[1]) if found else 0.0

    def _read(self, timeout: float) -> bytes | None:
        if not select.select([self._fd], [], [], timeout)[0]:
            return b""
        try:
            chunk = os.read(self._fd, CHUNK)
        except OSError:
            return None
        self.painted += len(chunk)
        self._painted.append(chunk)
        self._last = time.perf_counter()
        for question, answer in ANSWERS.items():
            if question in chunk:
                os.write(self._fd, answer)
        return chunk or None


def _become(command: Sequence[str], environment: Mapping[str, str]) -> None:
    settings = {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LINES": str(ROWS),
        "COLUMNS": str(COLUMNS),
        **environment,
    }
    os.execvpe(command[0], list(command), {**os.environ, **settings})


def python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]
