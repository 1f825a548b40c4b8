"""What merges, what is only proposed, and what stays apart."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.papers.records import (
    ABSTRACT,
    AUTHORS,
    OTHER,
    SIMILAR,
    TITLE,
    aliases,
    keys,
    only,
    pair,
    record,
    told_keys,
    untitled,
)
from tui_reader.papers import Decisions, Record
from tui_reader.papers.merging import merge
from tui_reader.papers.record import keyed

MERGING = {
    "equal DOI": (
        record(identifiers={"doi": "10.1/ABC", "pmid": "7"}),
        record("Renamed since", (), identifiers={"pmid": "7"}),
    ),
    "DOI of arXiv and arXiv id with a version": (
        record(identifiers={"doi": "10.48550/arXiv.2310.02984"}),
        record("First title", AUTHORS, identifiers={"arxiv": "2310.02984v2"}),
    ),
    "title in other case and signs": (
        record(),
        record("Scaling laws for associative-memories.", AUTHORS[:1]),
    ),
    "title in LaTeX": (
        record(r"$\mathbb{X}$-Sample Loss"),
        record("X-sample loss", ("Elvis Dohmatob",)),
    ),
    "initials": (record(), record(TITLE, ("V. Cabannes", "A. Bietti"))),
    "accents and order of the name": (
        record(TITLE, ("Léon Bottou",)),
        record(TITLE, ("Bottou, Leon", "Yann LeCun")),
    ),
    "preprint and journal": (
        record(identifiers={"arxiv": "2310.02984"}, date="2023-10-04", abstract=ABSTRACT),
        record(identifiers={"doi": "10.1162/neco.7"}, date="2025", abstract=SIMILAR),
    ),
    "DOI of the preprint and of the journal": (
        record(identifiers={"doi": "10.1101/2023.01.01.1"}, date="2023"),
        record(identifiers={"doi": "10.1162/neco.7"}, date="2024"),
    ),
    "untitled abstract": (record(abstract=ABSTRACT), untitled(SIMILAR)),
    "two untitled abstracts": (untitled(ABSTRACT), untitled(SIMILAR)),
}
APART = {
    "other authors": (record(), record(TITLE, ("Ana Wei", "Omar Stein"))),
    "other person of that family": (
        record(TITLE, ("Wei Wang",)),
        record(TITLE, ("Xin Wang",)),
    ),
    "part two": (record(f"{TITLE}, Part I"), record(f"{TITLE}, Part II")),
    "erratum": (record(abstract=ABSTRACT), record(f"Erratum: {TITLE}", abstract=ABSTRACT)),
    "corrigendum": (record(), record(f"Corrigendum to {TITLE}")),
    "yearly overviews": (
        record("Overview of the Shared Task on Memory 2019", date="2019"),
        record("Overview of the Shared Task on Memory 2020", date="2020"),
    ),
    "yearly overviews of one title": (
        record(date="2019", abstract=ABSTRACT, identifiers={"pmid": "19"}),
        record(date="2020", abstract=OTHER, identifiers={"arxiv": "2010.00001"}),
    ),
    "version in the title": (record("YOLOv3: Memory"), record("YOLOv4: Memory")),
    "two arXiv ids": (
        record(identifiers={"arxiv": "2310.02984"}),
        record(identifiers={"arxiv": "2410.02984"}),
    ),
    "two journals": (
        record(identifiers={"doi": "10.1162/neco.7"}),
        record(identifiers={"doi": "10.1145/9"}),
    ),
    "other titles, one abstract": (
        record(abstract=ABSTRACT),
        record("Memory in Transformers", AUTHORS, abstract=ABSTRACT),
    ),
    "chapters of one book": (
        record(identifiers={"isbn": "978-3", "doi": "10.1/a"}),
        record("Another Chapter", identifiers={"isbn": "978-3", "doi": "10.1/b"}),
    ),
    "untitled abstract of another work": (record(abstract=ABSTRACT), untitled(OTHER)),
    "what says nothing": (
        record(abstract="No abstract."),
        record("Memory in Transformers", ("Ana Wei",), abstract="No abstract."),
    ),
}
PROPOSED = {"part two", "yearly overviews", "yearly overviews of one title"}
PROPOSED |= {"erratum", "two arXiv ids", "two journals", "other titles, one abstract"}


@pytest.mark.parametrize("records", MERGING.values(), ids=MERGING)
def test_one_work_is_one_paper(records: tuple[Record, Record]) -> None:
    assert keys(only(merge(records))) == tuple(sorted(pair(*records)))
    assert aliases(merge(records)) == aliases(merge(records[::-1]))


@pytest.mark.parametrize("name", APART)
def test_near_misses_stay_apart(name: str) -> None:
    one, other = APART[name]
    merged = merge((one, other))
    assert told_keys(merged) == {(one.key,), (other.key,)}
    assert bool(merged.proposals) == (name in PROPOSED)
    assert all(bool(paper.proposed) == (name in PROPOSED) for paper in merged.papers)


def test_different_titles_never_merge_through_an_untitled_record() -> None:
    one = record(abstract=ABSTRACT)
    other = record("Memory in Transformers", ("Ana Wei",), abstract=SIMILAR)
    between = untitled(ABSTRACT.replace("small ", "tiny "))
    merged = merge((between, one, other))
    assert len(merged.papers) == 2
    assert not any({one.key, other.key} <= set(paper.aliases) for paper in merged.papers)
    assert len(merged.proposals) == 1


def test_an_untitled_abstract_in_other_words_is_proposed() -> None:
    reworded = (
        "This paper shows associations that gradient descent stores in a transformer: weight "
        "matrices, scaling laws for stored pairs, optimizers; a short talk."
    )
    library = [record(f"Paper {n}", (f"Author {n}",), abstract=OTHER[n * 9 :]) for n in range(9)]
    titled, loose = record(abstract=ABSTRACT), untitled(reworded)
    proposals = merge([*library, titled, loose]).proposals
    pairs = {frozenset((proposal.first, proposal.second)) for proposal in proposals}
    assert pair(titled, loose) in pairs


def test_equal_keys_are_one_paper_with_every_source() -> None:
    one = record(document="a.txt")
    other = one._replace(document="b.txt", line=7)
    paper = only(merge((one, other)))
    assert paper.aliases == (one.key,)
    assert paper.documents == ("a.txt", "b.txt")


def test_accepted_pair_joins() -> None:
    one, other = record(), record("Something else", ("Ana Wei",))
    decisions = Decisions(same=frozenset({pair(one, other)}))
    assert len(merge((one, other), decisions).papers) == 1


def test_refused_pair_stays_apart_and_is_not_proposed() -> None:
    one, other = record(abstract=ABSTRACT), untitled(SIMILAR)
    merged = merge((one, other), Decisions(different=frozenset({pair(one, other)})))
    assert len(merged.papers) == 2
    assert not merged.proposals


def test_refused_pair_stays_apart_through_others() -> None:
    one = record(identifiers={"doi": "10.1/a"})
    other = record(identifiers={"arxiv": "2310.02984"})
    both = record(identifiers={"doi": "10.1/b", "arxiv": "2310.02984"})
    decisions = Decisions(
        same=frozenset({pair(one, both)}), different=frozenset({pair(one, other)})
    )
    merged = merge((one, other, both), decisions)
    assert told_keys(merged) == {tuple(sorted(pair(one, both))), (other.key,)}


def test_decisions_on_unknown_keys_are_for_later() -> None:
    one = record()
    strange = Decisions(
        same=frozenset({frozenset((one.key, "aaaa"))}), different=frozenset({frozenset("ab")})
    )
    assert len(merge((one,), strange).papers) == 1


def test_best_fields_win_and_every_variant_is_kept() -> None:
    first = untitled(SIMILAR, document="a.txt", urls=("https://a.b",))
    card = record(
        abstract=ABSTRACT,
        document="b.txt",
        et_al=True,
        date="2023-10-04",
        date_inferred=True,
        category="LG",
    )
    entry = record(
        TITLE,
        (*AUTHORS, "Alberto Bietti"),
        abstract=ABSTRACT.replace(",", " ,"),
        document="c.txt",
        date="2023",
        score=80.5,
        has_code=True,
        identifiers={"arxiv": "2310.02984"},
    )
    paper = only(merge((first, card, entry)))
    assert paper.abstracts == (ABSTRACT, SIMILAR)
    assert paper.authors[-1] == "Alberto Bietti"
    assert not paper.et_al
    assert (paper.date, paper.date_inferred) == ("2023", False)
    assert (paper.category, paper.score, paper.has_code) == ("LG", 80.5, True)
    assert paper.documents == ("a.txt", "b.txt", "c.txt")
    assert paper.id == min(first.key, card.key, entry.key)


def test_newest_first_then_title() -> None:
    merged = merge(
        [
            record("B", ("Ana Wei",), date="2020-01-01"),
            record("undated", ("Ana Wei",)),
            record("a", ("Ana Wei",), date="2020-01-01"),
            record("C", ("Ana Wei",), date="2024"),
        ]
    )
    assert [paper.title for paper in merged.papers] == ["C", "a", "B", "undated"]


TITLES = st.sampled_from(["", TITLE, "Memory in Transformers", f"{TITLE}s"])
PEOPLE = st.lists(st.sampled_from(["Ana Wei", "A. Wei", "Omar Stein"]), max_size=2).map(tuple)
NUMBERS = st.dictionaries(st.sampled_from(["doi", "arxiv"]), st.sampled_from("12"), max_size=2)
RECORDS = st.lists(
    st.fixed_dictionaries(
        {
            "document": st.sampled_from(["a.txt", "b.txt"]),
            "line": st.integers(1, 9),
            "title": TITLES,
            "authors": PEOPLE,
            "abstract": st.sampled_from(["", ABSTRACT, SIMILAR, OTHER]),
            "date": st.sampled_from(["", "2019", "2020"]),
            "identifiers": NUMBERS,
        }
    ).map(lambda fields: keyed(Record(**fields))),  # type: ignore[arg-type]  # any field
    max_size=9,
)


@given(RECORDS, st.randoms(use_true_random=False))
def test_order_of_records_does_not_matter(records: list[Record], chance: random.Random) -> None:
    shuffled = chance.sample(records, len(records))
    assert aliases(merge(shuffled)) == aliases(merge(records))
    assert merge(shuffled).proposals == merge(records).proposals


@given(RECORDS, st.randoms(use_true_random=False))
def test_only_the_order_of_documents_tells(records: list[Record], chance: random.Random) -> None:
    one_document = [
        record._replace(document="a.txt", line=line) for line, record in enumerate(records)
    ]
    shuffled = chance.sample(one_document, len(records))
    one, other = merge(shuffled), merge(one_document)
    assert list(one.papers) == list(other.papers)
    assert one.proposals == other.proposals


@given(RECORDS, st.data())
def test_no_cannot_link_is_crossed(records: list[Record], data: st.DataObject) -> None:
    known = sorted({record.key for record in records})
    pairs = [frozenset((a, b)) for a in known for b in known if a < b]
    some = st.frozensets(st.sampled_from(pairs), max_size=4) if pairs else st.just(frozenset())
    different, same = data.draw(some), data.draw(some)
    merged = merge(records, Decisions(same=same, different=different))
    for paper in merged.papers:
        assert not any(link <= set(paper.aliases) for link in different)
    ids = {alias: paper.id for paper in merged.papers for alias in paper.aliases}
    proposed = [{proposal.first, proposal.second} for proposal in merged.proposals]
    assert not any({ids[a], ids[b]} in proposed for a, b in map(sorted, different))
    lesser = {key for record in records for key in record.lesser_keys}
    assert sorted(ids) == sorted(lesser.union(known))
    assert sum(len(paper.aliases) for paper in merged.papers) == len(ids)
