"""Known items hidden in a made-up library: how often the right paper comes first."""

import statistics
from collections import defaultdict
from collections.abc import Callable, Sequence

from benchmarks.report import Figure
from benchmarks.search.fzf import Fzf
from benchmarks.search.library import WELL_KNOWN
from benchmarks.search.queries import KnownItem
from tui_reader.papers import Paper
from tui_reader.search.index import Index

_SEEN = 50
_ALLOWED_LOSS = 0.03
# The bars for hits are for 10 000 papers.
_JUDGED_BELOW = 15_000

Find = Callable[[str], Sequence[int]]
Ranks = dict[str, list[float]]


def measure(papers: Sequence[Paper], index: Index, items: Sequence[KnownItem]) -> list[Figure]:
    ours = _reciprocal_ranks(papers, lambda text: index.search(text, limit=_SEEN).positions, items)
    everything = _flat(ours)
    size = len(papers)
    judged = size < _JUDGED_BELOW or None
    figures = [
        Figure(f"hit@1, {size}", _share(everything, 1), "", bar=judged and 0.82, least=True),
        Figure(f"hit@5, {size}", _share(everything, 5), "", bar=judged and 0.95, least=True),
        *_listed_first(papers, index),
    ]
    return [*figures, *_against(ours, papers, items)]


def _against(ours: Ranks, papers: Sequence[Paper], items: Sequence[KnownItem]) -> list[Figure]:
    with Fzf(papers) as fzf:
        theirs = _reciprocal_ranks(papers, fzf.find, items)
    mean, peer = statistics.fmean(_flat(ours)), statistics.fmean(_flat(theirs))
    size = len(papers)
    figures = [
        Figure(
            f"MRR, {size}", mean, "", peer=peer, bar=1.3, of_ratio=True, least=True, against="fzf"
        )
    ]
    for kind in sorted(ours):
        value, other = statistics.fmean(ours[kind]), statistics.fmean(theirs[kind])
        bar = max(0.0, other - _ALLOWED_LOSS)
        figures.append(
            Figure(f"MRR {kind}, {size}", value, "", peer=other, bar=bar, least=True, against="fzf")
        )
    return figures


def _listed_first(papers: Sequence[Paper], index: Index) -> list[Figure]:
    """Papers with all the words that do not come before all others; there should be none."""
    figures = []
    for query in WELL_KNOWN:
        wanted = {place for place, paper in enumerate(papers) if _has_all(paper, query.split())}
        first = set(index.search(query).positions[: len(wanted)])
        figures.append(
            Figure(f"{query}: late of {len(wanted)}, {len(papers)}", len(wanted - first), "", bar=0)
        )
    return figures


def _has_all(paper: Paper, words: Sequence[str]) -> bool:
    text = f"{paper.title} {' '.join(paper.authors)} {paper.abstract}".lower()
    there = set("".join(c if c.isalnum() else " " for c in text).split())
    return all(word in there for word in words)


def _reciprocal_ranks(papers: Sequence[Paper], find: Find, items: Sequence[KnownItem]) -> Ranks:
    positions = {paper.id: position for position, paper in enumerate(papers)}
    ranks: Ranks = defaultdict(list)
    for item in items:
        found = list(find(item.text))
        wanted = positions[item.paper.id]
        ranks[item.kind].append(1 / (found.index(wanted) + 1) if wanted in found else 0.0)
    return ranks


def _flat(ranks: Ranks) -> list[float]:
    return [value for values in ranks.values() for value in values]


def _share(ranks: Sequence[float], place: int) -> float:
    return sum(rank >= 1 / place for rank in ranks) / len(ranks)
