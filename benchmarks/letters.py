"""From a typed letter to the frame that answers it, in the whole program."""

import statistics
from pathlib import Path

from benchmarks.report import Figure
from benchmarks.searchable import forget_index
from benchmarks.starting import FOOTER, INDEXED, reader
from benchmarks.terminal import Terminal

QUERIES = ("diffusion transformer", "learning graphs", "ana reward model", "circuit")
CLEAR = b"\x15"


def measure(library: Path, papers: int, *, building: bool) -> list[Figure]:
    """`building`: typed from the first frame on, while the index is made anew."""
    if building:
        forget_index(library)
    with Terminal(reader(library)) as terminal:
        terminal.wait_for(FOOTER)
        if not building:
            terminal.wait_for(INDEXED)
            terminal.idle()
        terminal.press(b"/")
        times = sorted(time for query in QUERIES for time in _typed(terminal, query))
    while_built = " while the index is made" if building else ""
    return [
        Figure(f"typed key to frame, p50, {papers}{while_built}", statistics.median(times)),
        Figure(
            f"typed key to frame, p95, {papers}{while_built}",
            times[int(len(times) * 0.95)],
            bar=33 if papers <= 15_000 else 50,
        ),
    ]


def _typed(terminal: Terminal, query: str) -> list[float]:
    times = [terminal.frame(letter.encode()) for letter in query]
    terminal.press(CLEAR)
    return times
