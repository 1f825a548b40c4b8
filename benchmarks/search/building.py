"""Building the index, against reading the same library as JSON lines."""

import json
import resource
import time
from collections.abc import Sequence

from benchmarks.search.library import as_jsonl
from benchmarks.search.report import Figure
from tui_reader.papers import UNTOUCHED, Paper
from tui_reader.search import Index


def build(papers: Sequence[Paper]) -> tuple[Index, list[Figure]]:
    size = len(papers)
    lines = as_jsonl(list(papers))
    reading = _seconds(lambda: [json.loads(line) for line in lines])
    before = _peak_kb()
    began = time.perf_counter()
    index = Index(papers, lambda paper: UNTOUCHED, abstracts=False)
    titles = time.perf_counter() - began
    index.add_abstracts()
    whole = time.perf_counter() - began
    return index, [
        Figure(
            f"index of titles and authors v json.loads, {size}",
            titles, "s", peer=reading, bar=3, of_ratio=True,
        ),
        Figure(f"index with abstracts, {size}", whole, "s", bar=8 * max(1, size / 100_000)),
        Figure(f"memory of the index, a paper, {size}", (_peak_kb() - before) / size, "kB"),
    ]  # fmt: skip


def _seconds(work: object) -> float:
    assert callable(work)
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _peak_kb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
