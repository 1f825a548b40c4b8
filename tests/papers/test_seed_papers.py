"""The shipped documents give the same papers in whatever order they come."""

import random
from collections.abc import Iterable
from datetime import date

import pytest

from tui_reader.importers.document import Document
from tui_reader.importers.reading import read_all
from tui_reader.papers import Paper, Record
from tui_reader.papers.merging import Merged, merge
from tui_reader.resources import resources

DOCUMENTS = [
    Document(name=path.name, data=path.read_bytes(), as_of=date(2026, 11, 20), id=path.name)
    for path in sorted(resources("seeds").glob("*.txt"))
]


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return [record for reading in read_all(DOCUMENTS) for record in reading.records]


@pytest.fixture(scope="module")
def merged(records: list[Record]) -> Merged:
    return merge(records)


def titled(papers: Iterable[Paper], start: str) -> Paper:
    [paper] = [paper for paper in papers if paper.title.startswith(start)]
    return paper


def test_104_records_are_81_papers(records: list[Record], merged: Merged) -> None:
    assert len(records) == 104
    assert len(merged.papers) == 81
    assert sum(len(paper.sources) for paper in merged.papers) == 104


def test_one_pair_is_proposed(merged: Merged) -> None:
    [proposal] = merged.proposals
    head = titled(merged.papers, "Clustering Head")
    [other] = [paper for paper in merged.papers if not paper.title]
    assert {proposal.first, proposal.second} == {head.id, other.id}
    assert head.proposed == (other.id,)
    assert other.proposed == (head.id,)


def test_variants_of_an_abstract_are_kept(merged: Merged) -> None:
    paper = titled(merged.papers, "Learning with Hidden Factorial Structure")
    assert len(paper.abstracts) == 2
    assert '"hidden factorial structures"' in paper.abstract
    assert len(paper.documents) == 3


@pytest.mark.parametrize("seed", range(5))
def test_order_of_documents_does_not_matter(merged: Merged, seed: int) -> None:
    shuffled = random.Random(seed).sample(DOCUMENTS, len(DOCUMENTS))
    again = merge([record for reading in read_all(shuffled) for record in reading.records])
    assert [paper.aliases for paper in again.papers] == [paper.aliases for paper in merged.papers]
    assert again.proposals == merged.proposals
