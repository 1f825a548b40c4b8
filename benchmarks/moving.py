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
    figures: list[Figure] = []
    smallest: float | None = None
    for papers, library in libraries:
        times, sizes, floors = _pressed(library, keys)
        middle, floor = statistics.median(times), statistics.median(floors)
        smallest = smallest or middle
        p95 = sorted(times)[int(len(times) * 0.95)]
        figures += [
            Figure(
                f"cursor down, {papers} papers", middle, peer=floor, bar=1, of_ratio=True,
                against="OptionList",
            ),
            Figure(f"cursor down, p95, {papers}", p95, bar=16),
            Figure(
                f"cursor down, {papers} v smallest", middle, peer=smallest, bar=1.15, of_ratio=True,
                against="smallest",
            ),
            Figure(f"output of a key, {papers}", max(sizes) / 1000, "kB", bar=5),
        ]  # fmt: skip
    return figures


def _pressed(library: Path, keys: int) -> tuple[list[float], list[int], list[float]]:
    """Times and bytes of our answers, and times of a bare list of Textual's, pressed in turn."""
    bare = python(BARE, "options", str(OPTIONS))
    with Terminal(reader(library)) as terminal, Terminal(bare) as options:
        terminal.wait_for(FOOTER)
        terminal.wait_for(INDEXED)
        options.wait_for("Row 0000001")
        for each in (terminal, options):
            each.idle()
            each.settle(0.3)
            each.press(DOWN)
        pairs = [(terminal.press(DOWN), options.press(DOWN)) for _ in range(keys)]
    ours = [answer for answer, _ in pairs]
    return (
        [time for time, _ in ours],
        [size for _, size in ours],
        [floor for _, (floor, _) in pairs],
    )
