"""Keys that are held down: the screen keeps up, and shows where they led at once."""

import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.report import Figure
from benchmarks.starting import BARE, reader
from benchmarks.terminal import Terminal, python
from benchmarks.watched import DOWN, Watched

A_SECOND = 30
WHEEL = b"\x1b[<65;20;10M"
# Key and seconds.
HELD = {"j": (b"j", 10), "page down": (b"\x1b[6~", 2), "wheel": (WHEEL, 2)}
LAG = 50
PEER_ROWS = 1_000


def measure(library: Path, papers: int) -> Iterator[Figure]:
    """How long after the last key the last byte of its answer came."""
    with Terminal(python(BARE, "options", str(PEER_ROWS))) as bare:
        bare.wait_for("Row 0000001")
        bare.settle(0.3)
        floor = _lag(bare, DOWN, 2)
    with Watched(reader(library)) as terminal:
        terminal.ready()
        for name, (key, seconds) in HELD.items():
            terminal.press(b"g")
            before = terminal.painted
            lag = _lag(terminal, key, seconds)
            assert terminal.painted > before, f"{name} does nothing"
            yield Figure(
                f"{name} held for {seconds} s, lag after it, {papers}", lag, bar=LAG,
                peer=floor, against="OptionList",
            )  # fmt: skip
            if name == "j":
                assert f"{A_SECOND * seconds + 1}/" in terminal.status, terminal.status
        yield Figure(f"G, then g, {papers}", max(_there_and_back(terminal)), bar=LAG)


def _lag(terminal: Terminal, key: bytes, seconds: int) -> float:
    began = time.perf_counter()
    for number in range(A_SECOND * seconds):
        terminal.read_until(began + number / A_SECOND)
        terminal.send(key)
    sent = time.perf_counter()
    return max(terminal.settle(0.5) - terminal.since_start(sent), 0.0) * 1000


def _there_and_back(terminal: Watched) -> Iterator[float]:
    for key in (b"G", b"g") * 5:
        yield terminal.frame(key)
