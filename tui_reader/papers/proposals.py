"""Pairs that may be one work, for the reader to accept or refuse."""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tui_reader.papers.clusters import Clusters, Pair
from tui_reader.papers.gathered import Gathered
from tui_reader.papers.progress import Told, nobody
from tui_reader.papers.proposal import Proposal
from tui_reader.papers.untitled import matches


@dataclass(frozen=True, slots=True)
class Doubt:
    """Places of two records that may be one work."""

    pair: Pair
    reason: str


def proposals_of(
    works: Gathered,
    clusters: Clusters,
    doubts: Iterable[Doubt],
    told: Told = nobody,
) -> tuple[Proposal, ...]:
    """One for each pair of papers that the reader does not hold apart.

    Of several reasons the first is told.
    """
    found: dict[tuple[str, str], Proposal] = {}
    for doubt in (*doubts, *_untitled_doubts(works, told)):
        one, other = map(clusters.root, doubt.pair)
        if one != other and not clusters.kept_apart(one, other):
            first, second = sorted((works.id(one), works.id(other)))
            found.setdefault((first, second), Proposal(first, second, doubt.reason))
    return tuple(found[ids] for ids in sorted(found))


def _untitled_doubts(works: Gathered, told: Told) -> Iterator[Doubt]:
    places = {True: array("I"), False: array("I")}
    texts: dict[bool, list[str]] = {True: [], False: []}
    for root in works.roots:
        best = works.best(root)
        if best.abstract:
            has_title = bool(best.title)
            places[has_title].append(root)
            texts[has_title].append(best.abstract)
    for match in matches(texts[False], texts[True], told):
        pair = places[False][match.untitled], places[True][match.titled]
        yield Doubt(
            pair, f"abstracts alike in words ({match.cosine:.2f}, the next {match.runner_up:.2f})"
        )
