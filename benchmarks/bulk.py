"""Very many papers changed at once, in the reader and in the shell; keys go on meanwhile."""

import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.report import Figure
from benchmarks.starting import reader
from benchmarks.terminal import python
from benchmarks.watched import Answered, Watched, keys_p95, middle

# What is promised for 10 000; ten times as many take ten times as long.
BAR = 1000
_PROMISED_TO = 15_000
KEYS_BAR = 50
CHANGES = {"marked read": b"4", "starred": b"*"}


def measure(library: Path, papers: int, rounds: int) -> Iterator[Figure]:
    bar = BAR if papers <= _PROMISED_TO else None
    with tempfile.TemporaryDirectory(prefix="tui-reader-bench-") as folder:
        copy = Path(folder) / "library"
        shutil.copytree(library, copy)
        yield from _in_reader(copy, papers, rounds, bar)
        took = statistics.median(_in_shell(copy, number) for number in range(rounds))
        yield Figure(f"all {papers} marked in the shell, with its start", took, bar=bar)


def _in_reader(library: Path, papers: int, rounds: int, bar: float | None) -> Iterator[Figure]:
    with Watched(reader(library)) as terminal:
        terminal.ready()
        meanwhile: list[Answered] = []
        for what, key in CHANGES.items():
            there, back = [], []
            for _ in range(rounds):
                terminal.answered(b"A", lambda: "selected" in terminal.status)
                there.append(_saved(terminal, library, key, "u undoes"))
                back.append(_saved(terminal, library, b"u", "undone"))
            meanwhile += there + back
            yield Figure(f"all {papers} {what}, in the reader, saved", middle(there), bar=bar)
            yield Figure(f"all {papers} {what}, undone, saved", middle(back), bar=bar)
        yield Figure(f"key meanwhile, p95, {papers}", keys_p95(meanwhile), bar=KEYS_BAR)


def _saved(terminal: Watched, library: Path, key: bytes, answer: str) -> Answered:
    """Until it is answered, said to be saved, and on disk by one write."""
    state = library / "reading.json"
    before = _version(state)
    found = terminal.answered(
        key,
        lambda: (
            answer in terminal.status
            and terminal.status.endswith("saved")
            and _version(state) != before
        ),
    )
    after = _version(state)
    terminal.settle(0.5)
    assert _version(state) == after, "more than one write"
    return found


def _version(file: Path) -> int:
    return file.stat().st_mtime_ns if file.exists() else 0


def _in_shell(library: Path, number: int) -> float:
    status = ("queued", "reading")[number % 2]
    command = python("-m", "tui_reader", "--library", str(library), "mark", status)
    began = time.perf_counter()
    subprocess.run(
        [*command, "--query", "is:unread OR -is:unread"], check=True, capture_output=True
    )
    return (time.perf_counter() - began) * 1000
