"""Changing what is read: on the thread of the screen, and on disk."""

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks.report import Figure
from tui_reader.library import Library
from tui_reader.papers import Status

BULK = 10_000
ONE_BY_ONE = 200


def measure(library: Path, papers: int, rounds: int) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="tui-reader-bench-") as folder:
        copy = Path(folder) / "library"
        shutil.copytree(library, copy)
        opened = Library.open(copy)
        # Statuses in turn, so that each round changes something.
        statuses = [(Status.READING, Status.QUEUED)[number % 2] for number in range(rounds)]
        try:
            return [*_single(opened, papers, statuses), *_bulk(opened, papers, statuses)]
        finally:
            opened.close()


def _single(library: Library, papers: int, statuses: Sequence[Status]) -> list[Figure]:
    times: list[float] = []
    saved: list[float] = []
    ids = [paper.id for paper in library.papers[:ONE_BY_ONE]]
    for status in statuses:
        times += [_took(partial(library.mark, [id], status)) for id in ids]
        saved.append(_took(library.flush))
    return [
        Figure(f"status change, {papers}", statistics.median(times), bar=1),
        Figure(f"{ONE_BY_ONE} changes on disk, {papers}", statistics.median(saved), bar=500),
    ]


def _bulk(library: Library, papers: int, statuses: Sequence[Status]) -> list[Figure]:
    chosen = [paper.id for paper in library.papers[:BULK]]

    def mark(status: Status) -> None:
        library.mark(chosen, status)
        library.flush()

    middle = statistics.median(_took(partial(mark, status)) for status in statuses)
    return [Figure(f"{len(chosen)} marked, {papers}", middle, bar=1000)]


def _took(work: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
