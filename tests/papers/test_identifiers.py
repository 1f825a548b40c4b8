"""Identifiers compared across spellings."""

import pytest

from tui_reader.papers.identifiers import comparable, contradict

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


def test_contradictions() -> None:
    assert contradict([("arxiv", "1")], [("arxiv", "2")])
    assert contradict([("doi", "10.1162/1")], [("doi", "10.1145/2")])
    assert not contradict([("doi", "10.1162/1")], [("doi", "10.2139/ssrn.2")])
    assert not contradict([("arxiv", "1")], [("doi", "10.1145/2")])
    assert not contradict([("arxiv", "1"), ("arxiv", "2")], [("arxiv", "2")])
    assert not contradict([("url", "https://a")], [("url", "https://b")])
