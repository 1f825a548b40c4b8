"""Records -> papers, in order of certainty; what is only likely becomes a proposal."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from tui_reader.papers.clusters import Clusters, Pair
from tui_reader.papers.decisions import Decisions
from tui_reader.papers.evidence import Evidence
from tui_reader.papers.gathered import Gathered, Papers
from tui_reader.papers.progress import Told, nobody, part
from tui_reader.papers.proposal import Proposal
from tui_reader.papers.proposals import Doubt, proposals_of
from tui_reader.papers.record import Record
from tui_reader.papers.steps import in_order

NO_DECISIONS = Decisions()
_key = attrgetter("key")


@dataclass(frozen=True, slots=True)
class Merged:
    """`papers` newest first, then by title; `proposals` name two of them by id."""

    papers: Papers
    proposals: tuple[Proposal, ...]


def merge(
    records: Iterable[Record], decisions: Decisions = NO_DECISIONS, told: Told = nobody
) -> Merged:
    """One paper for each work, whatever the order of the records.

    That order, the one in which documents were imported, only decides whose
    fields win among equals. A pair of `decisions.different` is never joined, not
    through others either, and never proposed.
    """
    given = list(records)
    rank, by_content = _ranks(given), list(_by_content(given))
    del given
    place_of = _places_of_keys(by_content)
    clusters = Clusters(len(by_content), _places(decisions.different, place_of))
    for place, record in enumerate(by_content):
        clusters.join(place_of[record.key], place)
    for pair in _places(decisions.same, place_of):
        clusters.join(*pair)
    doubts = _join_by_evidence(by_content, clusters, part(told, 0.1, 0.65))
    works = Gathered(by_content, clusters, place_of, rank)
    proposals = proposals_of(works, clusters, doubts, part(told, 0.65, 0.9))
    return Merged(Papers(works, proposals, part(told, 0.9, 1)), proposals)


def _by_content(records: Iterable[Record]) -> Iterator[Record]:
    """In an order that does not depend on the one they come in."""
    for _, same in groupby(in_order(records, _key), _key):
        yield from sorted(same, key=_content)


def _content(record: Record) -> tuple[object, ...]:
    identifiers = sorted(record.identifiers.items()) if record.identifiers else []
    place = record.document_id, record.document, record.line
    return record.title, record.authors, record.abstract, identifiers, *place


def _places_of_keys(records: Sequence[Record]) -> dict[str, int]:
    """A key that no record has now belongs to the first that could have had it."""
    places = {record.key: place for place, record in enumerate(records)}
    for place, record in enumerate(records):
        for key in record.lesser_keys:
            places.setdefault(key, place)
    return places


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
