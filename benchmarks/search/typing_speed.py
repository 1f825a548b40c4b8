"""Every key of some queries, typed letter by letter, on a warm index."""

import statistics
import time
from collections.abc import Iterator, Sequence

from benchmarks.report import Figure
from benchmarks.search.fzf import Fzf
from benchmarks.search.queries import KnownItem
from tui_reader.papers import Paper
from tui_reader.search.index import Index

_KINDS = ("typo", "shuffled", "author", "prefix", "missing")
# About what design.md promises on an ordinary machine, by number of papers.
_PROMISED = {1_000: 2.0, 10_000: 5.0, 100_000: 16.0}
# Below this fzf searches in next to no time.
_PROMISED_FROM = 10_000
_PEER_QUERIES = 12


def typed_queries(items: Sequence[KnownItem], count: int) -> list[str]:
    pool = [item.text for kind in _KINDS for item in items if item.kind == kind]
    return pool[:: max(1, len(pool) // count)][:count]


def measure(papers: Sequence[Paper], index: Index, queries: Sequence[str]) -> list[Figure]:
    """`index` must have its abstracts."""
    size = len(papers)
    short = sorted(_key_times(index, queries, abstracts=False))
    full = sorted(_key_times(index, queries, abstracts=True))
    promised = next((bar for most, bar in _PROMISED.items() if size <= 1.5 * most), None)
    return [
        Figure(f"key, titles and authors, p50, {size}", statistics.median(short)),
        Figure(f"key, titles and authors, p95, {size}", _p95(short), bar=promised),
        Figure(f"key, titles and authors, worst, {size}", short[-1], bar=100),
        Figure(f"key with abstracts, p95, {size}", _p95(full), bar=16 if size <= 15_000 else 250),
        Figure(f"key with abstracts, worst, {size}", full[-1], bar=250),
    ]


def measure_peer(papers: Sequence[Paper], queries: Sequence[str], ours: float) -> Figure:
    """`ours` is the p95 of a key in ms; the peer's is that of its searches, start subtracted."""
    with Fzf(papers) as fzf:
        typed = [text for query in queries for text in _keys(query)]
        sample = typed[:: max(1, len(typed) // _PEER_QUERIES)]
        theirs = sorted(fzf.search_seconds(text) * 1000 for text in sample)
    what = f"key, titles and authors, p95 v fzf, {len(papers)}"
    bar = 0.15 if len(papers) >= _PROMISED_FROM else None
    return Figure(what, ours, peer=_p95(theirs), bar=bar, of_ratio=True, against="fzf")


def _key_times(index: Index, queries: Sequence[str], *, abstracts: bool) -> Iterator[float]:
    for query in queries:
        for text in _keys(query):
            began = time.perf_counter()
            index.search(text, abstracts=abstracts)
            yield (time.perf_counter() - began) * 1000


def _keys(query: str) -> Iterator[str]:
    return (query[:end] for end in range(1, len(query) + 1) if query[end - 1] != " ")


def _p95(times: Sequence[float]) -> float:
    return times[int(len(times) * 0.95)]
