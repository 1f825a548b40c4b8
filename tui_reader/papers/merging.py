"""Records -> papers, in order of certainty; what is only likely becomes a proposal."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tui_reader.papers.best_fields import paper_of
from tui_reader.papers.clusters import Clusters, Pair
from tui_reader.papers.decisions import Decisions
from tui_reader.papers.evidence import Evidence
from tui_reader.papers.paper import Paper
from tui_reader.papers.progress import Told, nobody, part, telling
from tui_reader.papers.proposal import Proposal
from tui_reader.papers.proposals import Doubt, proposals_of
from tui_reader.papers.record import Record

NO_DECISIONS = Decisions()


@dataclass(frozen=True, slots=True)
class Merged:
    """`papers` newest first, then by title; `proposals` name two of them by id."""

    papers: tuple[Paper, ...]
    proposals: tuple[Proposal, ...]


def merge(
    records: Sequence[Record], decisions: Decisions = NO_DECISIONS, told: Told = nobody
) -> Merged:
    """One paper for each work, whatever the order of the records.

    That order, the one in which documents were imported, only decides whose
    fields win among equals. A pair of `decisions.different` is never joined, not
    through others either, and never proposed.
    """
    by_content = sorted(records, key=_content)
    place_of = _places_of_keys(by_content)
    clusters = Clusters(len(by_content), _places(decisions.different, place_of))
    for place, record in enumerate(by_content):
        clusters.join(place_of[record.key], place)
    for pair in _places(decisions.same, place_of):
        clusters.join(*pair)
    doubts = _join_by_evidence(by_content, clusters, part(told, 0.1, 0.6))
    rank, roots = _ranks(records), clusters.roots()
    lesser = _lesser_keys(by_content, place_of, clusters)
    papers = {
        root: paper_of(
            sorted((by_content[m] for m in sorted(clusters.members(root))), key=rank),
            lesser.get(root, ()),
        )
        for root in telling(roots, len(roots), part(told, 0.6, 0.75))
    }
    proposals = proposals_of(papers, clusters, doubts, part(told, 0.75, 1))
    return Merged(_ordered(_with_proposed(papers.values(), proposals)), proposals)


def _content(record: Record) -> tuple[object, ...]:
    identifiers = sorted(record.identifiers.items()) if record.identifiers else []
    place = record.document_id, record.document, record.line
    return record.key, record.title, record.authors, record.abstract, identifiers, *place


def _places_of_keys(records: Sequence[Record]) -> dict[str, int]:
    """A key that no record has now belongs to the first that could have had it."""
    places = {record.key: place for place, record in enumerate(records)}
    for place, record in enumerate(records):
        for key in record.lesser_keys:
            places.setdefault(key, place)
    return places


def _lesser_keys(
    records: Sequence[Record], place_of: Mapping[str, int], clusters: Clusters
) -> dict[int, list[str]]:
    """By the root of their work, the keys that only lesser knowledge of a record gives."""
    found: dict[int, list[str]] = {}
    for place, record in enumerate(records):
        for key in record.lesser_keys:
            if place_of[key] == place:
                found.setdefault(clusters.root(place), []).append(key)
    return found


def _ranks(records: Iterable[Record]) -> Callable[[Record], tuple[int, int]]:
    """Orders documents as they first occur, and each by its lines."""
    first: dict[tuple[str, str], int] = {}
    for record in records:
        first.setdefault((record.document_id, record.document), len(first))
    return lambda record: (first[record.document_id, record.document], record.line)


def _places(pairs: Iterable[frozenset[str]], place_of: Mapping[str, int]) -> list[Pair]:
    """Pairs of keys as places; those with a key that no record has are for later."""
    known = (sorted(pair) for pair in pairs if len(pair) == 2 and pair <= place_of.keys())
    places = ((place_of[one], place_of[other]) for one, other in known)
    return sorted(pair for pair in places if pair[0] != pair[1])


def _join_by_evidence(records: Sequence[Record], clusters: Clusters, told: Told) -> list[Doubt]:
    """Join what is certain; return what is not, the likeliest first."""
    evidence = Evidence(records)
    for pair in evidence.equal_identifiers():
        clusters.join(*pair)
    doubts = []

    def join_unless_contradicted(pair: Pair, reason: str) -> None:
        one, other = pair
        if clusters.root(one) == clusters.root(other):
            return
        contradicted = evidence.contradiction(clusters.members(one), clusters.members(other))
        if contradicted or not clusters.join(one, other):
            doubts.append(Doubt(pair, reason))

    for pair in evidence.equal_titles():
        join_unless_contradicted(pair, "same title, an author in common")
    for ratio, pair in evidence.similar_abstracts(part(told, 0, 0.7)):
        reason = f"abstracts {ratio:.0f} % alike"
        if all(evidence.titled(clusters.members(place)) for place in pair):
            doubts.append(Doubt(pair, reason))
        else:
            join_unless_contradicted(pair, reason)
    for ratio, pair in evidence.similar_titles(part(told, 0.7, 1)):
        doubts.append(Doubt(pair, f"titles {ratio:.0f} % alike, an author in common"))
    return doubts


def _with_proposed(papers: Iterable[Paper], proposals: Sequence[Proposal]) -> Iterator[Paper]:
    partners: dict[str, set[str]] = {}
    for proposal in proposals:
        partners.setdefault(proposal.first, set()).add(proposal.second)
        partners.setdefault(proposal.second, set()).add(proposal.first)
    for paper in papers:
        proposed = partners.get(paper.id)
        yield paper._replace(proposed=tuple(sorted(proposed))) if proposed else paper


def _ordered(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    by_title = sorted(papers, key=lambda paper: (paper.title.casefold(), paper.id))
    return tuple(sorted(by_title, key=lambda paper: paper.date, reverse=True))
