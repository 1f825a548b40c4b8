"""From a key to the settled frame, and what it sends to the terminal."""

import statistics
from collections.abc import Sequence
from pathlib import Path

from benchmarks.report import Figure
from benchmarks.starting import BARE, FOOTER, INDEXED, reader
from benchmarks.terminal import Terminal, python

DOWN = b"\x1b[B"
OPTIONS = 1_000


def measure(libraries: Sequence[tuple[int, Path]], keys: int) -> list[Figure]:
    with Terminal(python(BARE, "options", str(OPTIONS))) as bare:
        bare.wait_for("Row 0000001")
        bare.settle(0.3)
        floor = statistics.median(bare.press(DOWN)[0] for _ in range(keys))
    figures: list[Figure] = []
    smallest: float | None = None
    for papers, library in libraries:
        times, sizes = _pressed(library, keys)
        middle = statistics.median(times)
        smallest = smallest or middle
        p95 = sorted(times)[int(len(times) * 0.95)]
        figures += [
            Figure(f"cursor down, {papers} papers", middle, peer=floor, bar=1, of_ratio=True),
            Figure(f"cursor down, p95, {papers}", p95, bar=16),
            Figure(
                f"cursor down, {papers} v smallest", middle, peer=smallest, bar=1.15, of_ratio=True
            ),
            Figure(f"output of a key, {papers}", max(sizes) / 1000, "kB", bar=5),
        ]
    return figures


def _pressed(library: Path, keys: int) -> tuple[list[float], list[int]]:
    with Terminal(reader(library)) as terminal:
        terminal.wait_for(FOOTER)
        terminal.wait_for(INDEXED)
        terminal.idle()
        terminal.settle(0.3)
        terminal.press(DOWN)
        answers = [terminal.press(DOWN) for _ in range(keys)]
    return [time for time, _ in answers], [size for _, size in answers]
