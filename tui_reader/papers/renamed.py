"""Records of one document that a newer version of it tells otherwise, so that their keys differ."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from tui_reader.papers.evidence import SAME_EDITION, Evidence, folded_abstract
from tui_reader.papers.record import Record


def renamed(old: Sequence[Record], new: Sequence[Record]) -> dict[str, str]:
    """The new key by the old one: a title or a name was corrected, an abstract rewritten.

    Only of records that came in place of one that went, one for one, the likeliest first.
    """
    before, after = {r.key for r in old}, {r.key for r in new}
    gone = [record for record in old if record.key not in after]
    come = [record for record in new if record.key not in before]
    if not (gone and come):
        return {}
    records, found = [*gone, *come], dict[str, str]()
    evidence = Evidence(records)
    alike = [*evidence.similar_abstracts(), *evidence.similar_titles()]
    pairs = [*evidence.equal_titles(), *(pair for _, pair in sorted(alike, key=lambda a: -a[0]))]
    taken = set[str]()
    for one, other in map(sorted, pairs):
        if not one < len(gone) <= other or evidence.contradiction([one], [other]):
            continue
        went, came = records[one], records[other]
        if not {went.key, came.key} & taken and _may_be_one(went, came):
            found[went.key] = came.key
            taken |= {went.key, came.key}
    return found


def _may_be_one(went: Record, came: Record) -> bool:
    """Unless both have an abstract, and another one."""
    if not (went.abstract and came.abstract):
        return True
    texts = folded_abstract(went.abstract), folded_abstract(came.abstract)
    return bool(fuzz.ratio(*texts, score_cutoff=SAME_EDITION))
