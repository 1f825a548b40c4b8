"""Changing what is read: on the thread of the screen, and on disk."""

import shutil
import tempfile
import time
from pathlib import Path

from benchmarks.report import Figure
from tui_reader.library import Library
from tui_reader.papers import Status

BULK = 10_000
ONE_BY_ONE = 200


def measure(library: Path, papers: int) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="tui-reader-bench-") as folder:
        copy = Path(folder) / "library"
        shutil.copytree(library, copy)
        opened = Library.open(copy)
        try:
            return [*_single(opened, papers), *_bulk(opened, papers)]
        finally:
            opened.close()


def _single(library: Library, papers: int) -> list[Figure]:
    times: list[float] = []
    for paper in library.papers[:ONE_BY_ONE]:
        began = time.perf_counter()
        library.mark([paper.id], Status.READING)
        times.append((time.perf_counter() - began) * 1000)
    began = time.perf_counter()
    library.flush()
    saved = (time.perf_counter() - began) * 1000
    return [
        Figure(f"status change, {papers}", sorted(times)[len(times) // 2], bar=1),
        Figure(f"{ONE_BY_ONE} changes on disk, {papers}", saved, bar=500),
    ]


def _bulk(library: Library, papers: int) -> list[Figure]:
    chosen = [paper.id for paper in library.papers[:BULK]]
    began = time.perf_counter()
    library.mark(chosen, Status.READ)
    library.flush()
    seconds = time.perf_counter() - began
    return [Figure(f"{len(chosen)} marked read, {papers}", seconds * 1000, bar=1000)]
