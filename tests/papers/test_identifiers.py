"""Identifiers compared across spellings."""

import pytest

from tui_reader.papers.identifiers import Identifier, Kinds, comparable, contradict, of_the_work

SPELLINGS = [
    ({"doi": "https://doi.org/10.1/ABC"}, ("doi", "10.1/abc")),
    ({"doi": "doi:10.1/abc"}, ("doi", "10.1/abc")),
    ({"DOI": " 10.1/abc "}, ("doi", "10.1/abc")),
    ({"doi": "10.48550/arXiv.2310.02984"}, ("arxiv", "2310.02984")),
    ({"arxiv": "arXiv:2310.02984v3"}, ("arxiv", "2310.02984")),
    ({"arxiv": "https://arxiv.org/abs/2310.02984v1"}, ("arxiv", "2310.02984")),
    ({"arxiv": "http://arxiv.org/pdf/hep-th/9901001v2.pdf"}, ("arxiv", "hep-th/9901001")),
    ({"pmid": "PMID: 123"}, ("pmid", "123")),
]


@pytest.mark.parametrize(("identifiers", "expected"), SPELLINGS)
def test_one_spelling(identifiers: dict[str, str], expected: tuple[str, str]) -> None:
    assert comparable(identifiers) == [expected]


def test_an_empty_identifier_is_none() -> None:
    assert comparable({"doi": " "}) == []


ONE_WORK = [
    ([("doi", "10.1162/1")], [("doi", "10.2139/ssrn.2")]),
    ([("arxiv", "1")], [("doi", "10.1145/2")]),
    ([("arxiv", "1"), ("arxiv", "2")], [("arxiv", "2")]),
    ([("url", "https://a")], [("url", "https://b")]),
]


@pytest.mark.parametrize(("some", "others"), ONE_WORK)
def test_may_be_one_work(some: list[Identifier], others: list[Identifier]) -> None:
    assert not contradict(kinds(some), kinds(others))


@pytest.mark.parametrize("kind", ["arxiv", "doi"])
def test_contradictions(kind: str) -> None:
    assert contradict(kinds([(kind, "10.1162/1")]), kinds([(kind, "10.1145/2")]))


def kinds(identifiers: list[Identifier]) -> Kinds:
    found: Kinds = {}
    for kind, value in of_the_work(identifiers):
        found.setdefault(kind, set()).add(value)
    return found
