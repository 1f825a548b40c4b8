"""A record that gains an identifier gains a key, and keeps the one it had."""

from tests.papers.records import ABSTRACT, SIMILAR, only, pair, record, untitled
from tui_reader.papers import Decisions
from tui_reader.papers.merging import merge


def test_a_paper_keeps_the_keys_it_had_before_its_identifiers_were_known() -> None:
    before, after = record(), record(identifiers={"doi": "10.1/a", "arxiv": "2310.02984"})
    arxiv_only = record(identifiers={"arxiv": "2310.02984"})
    paper = only(merge((after,)))
    assert set(paper.aliases) == {before.key, arxiv_only.key, after.key}
    assert paper.id == paper.aliases[0]


def test_decisions_on_the_keys_of_before_still_hold() -> None:
    before, after = record(), record(identifiers={"doi": "10.1/a"})
    other = record("Something else", ("Ana Wei",))
    decisions = Decisions(same=frozenset({pair(before, other)}))
    assert len(merge((after, other), decisions).papers) == 1
    apart = record(abstract=ABSTRACT), untitled(SIMILAR)
    now = record(abstract=ABSTRACT, identifiers={"doi": "10.1/a"})
    refused = Decisions(different=frozenset({pair(*apart)}))
    assert len(merge((now, apart[1]), refused).papers) == 2
    with_itself = Decisions(different=frozenset({pair(before, after)}))
    assert only(merge((after,), with_itself)).id


def test_a_key_of_before_has_one_paper_though_two_could_have_had_it() -> None:
    journals = [record(identifiers={"doi": f"10.1/{name}"}) for name in "ab"]
    merged = merge(journals)
    assert len(merged.papers) == 2
    assert [alias for paper in merged.papers for alias in paper.aliases].count(record().key) == 1
