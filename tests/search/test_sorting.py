from collections.abc import Sequence

import pytest

from tests.search.papers import paper
from tui_reader.papers import UNTOUCHED, Paper, ReadingState, Status
from tui_reader.search.index import Index
from tui_reader.search.sort import Sort

PAPERS = [
    paper("Beta", ["Zoe Quill"], id="b", date="2024-02", category="LG", score=50.0, added_at=3),
    paper("álpha", ["Ana de Bach"], id="a", date="2025-01-01", category="CL", added_at=1),
    paper("Gamma", [], id="c", date="", category="", score=90.0, added_at=2),
    paper("Delta", ["Bo Abel"], id="d", date="2024-02", category="CL", score=50.0, added_at=2),
]
STATES = {
    "a": ReadingState(status=Status.READ, progress=100),
    "c": ReadingState(status=Status.QUEUED, progress=10),
}


def state_of(paper: Paper) -> ReadingState:
    return STATES.get(paper.id, UNTOUCHED)


def order(papers: Sequence[Paper], sort: Sort, reverse: bool = False) -> Sequence[int]:
    return Index(papers, state_of).order(sort, reverse)


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (Sort.RELEVANCE, "abdc"),
        (Sort.DATE, "abdc"),
        (Sort.TITLE, "abdc"),
        (Sort.AUTHOR, "dabc"),
        (Sort.STATUS, "bdca"),
        (Sort.PROGRESS, "acbd"),
        (Sort.ADDED, "bdca"),
        (Sort.CATEGORY, "adbc"),
        (Sort.SCORE, "cbda"),
    ],
)
def test_orders(sort: Sort, expected: str) -> None:
    assert "".join(PAPERS[place].id for place in order(PAPERS, sort)) == expected


@pytest.mark.parametrize("sort", Sort)
def test_reverse_has_every_paper_and_keeps_ties_newest_first(sort: Sort) -> None:
    backwards = order(PAPERS, sort, reverse=True)
    assert sorted(backwards) == [0, 1, 2, 3]
    ids = "".join(PAPERS[place].id for place in backwards)
    assert ids.index("b") < ids.index("d") or sort in (
        Sort.TITLE,
        Sort.AUTHOR,
        Sort.CATEGORY,
        Sort.ADDED,
    )


def test_what_has_no_title_or_author_comes_last() -> None:
    papers = [paper("", [], id="none"), paper("Zebra", ["Z"], id="z")]
    for sort in (Sort.TITLE, Sort.AUTHOR):
        assert list(order(papers, sort)) == [1, 0]
