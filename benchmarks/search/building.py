"""Building the index, against reading the same library as JSON lines."""

import json
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.report import Figure
from benchmarks.search.library import as_jsonl
from tui_reader.papers import UNTOUCHED, Paper
from tui_reader.search.index import Index

ROUNDS = 7


def build(papers: Sequence[Paper]) -> tuple[Index, list[Figure]]:
    size = len(papers)
    lines = as_jsonl(list(papers))
    pairs = [
        (_seconds(lambda: _index(papers)), _seconds(lambda: [json.loads(line) for line in lines]))
        for _ in range(ROUNDS)
    ]
    titles = statistics.median(ours for ours, _ in pairs)
    ratio = statistics.median(ours / reading for ours, reading in pairs)
    before = _resident_kb()
    began = time.perf_counter()
    index = _index(papers)
    index.add_abstracts()
    whole = time.perf_counter() - began
    return index, [
        Figure(
            f"index of titles and authors, {size}",
            titles, "s", peer=titles / ratio, bar=3, of_ratio=True, against="json.loads",
        ),
        Figure(f"index with abstracts, {size}", whole, "s", bar=8 * max(1, size / 100_000)),
        Figure(f"memory of the index, a paper, {size}", (_resident_kb() - before) / size, "kB"),
    ]  # fmt: skip


def _index(papers: Sequence[Paper]) -> Index:
    return Index(papers, lambda paper: UNTOUCHED, abstracts=False)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _resident_kb() -> float:
    """Where the kernel does not tell, 0."""
    path = Path("/proc/self/statm")
    if not path.exists():
        return 0.0
    return int(path.read_text().split()[1]) * resource.getpagesize() / 1024
