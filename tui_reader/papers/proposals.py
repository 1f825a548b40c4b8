"""Pairs that may be one work, for the reader to accept or refuse."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tui_reader.papers.clusters import Clusters, Pair
from tui_reader.papers.paper import Paper
from tui_reader.papers.progress import Told, nobody
from tui_reader.papers.proposal import Proposal
from tui_reader.papers.untitled import matches


@dataclass(frozen=True, slots=True)
class Doubt:
    """Places of two records that may be one work."""

    pair: Pair
    reason: str


def proposals_of(
    papers: Mapping[int, Paper],
    clusters: Clusters,
    doubts: Iterable[Doubt],
    told: Told = nobody,
) -> tuple[Proposal, ...]:
    """One for each pair of papers (by their roots) that the reader does not hold apart.

    Of several reasons the first is told.
    """
    found: dict[tuple[str, str], Proposal] = {}
    for doubt in (*doubts, *_untitled_doubts(papers, told)):
        one, other = map(clusters.root, doubt.pair)
        if one != other and not clusters.kept_apart(one, other):
            first, second = sorted((papers[one].id, papers[other].id))
            found.setdefault((first, second), Proposal(first, second, doubt.reason))
    return tuple(found[ids] for ids in sorted(found))


def _untitled_doubts(papers: Mapping[int, Paper], told: Told) -> Iterator[Doubt]:
    with_abstract = [(root, paper) for root, paper in papers.items() if paper.abstract]
    untitled = [(root, paper.abstract) for root, paper in with_abstract if not paper.title]
    titled = [(root, paper.abstract) for root, paper in with_abstract if paper.title]
    for match in matches([text for _, text in untitled], [text for _, text in titled], told):
        pair = untitled[match.untitled][0], titled[match.titled][0]
        yield Doubt(
            pair, f"abstracts alike in words ({match.cosine:.2f}, the next {match.runner_up:.2f})"
        )
