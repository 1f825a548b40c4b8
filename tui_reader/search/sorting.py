"""Orders of the list. Every order is stable: what is equal stays newest first, then by title."""

from array import array
from collections.abc import Callable, Sequence
from typing import Any

from tui_reader.papers import Paper, ReadingState, Status
from tui_reader.search.folding import fold
from tui_reader.search.newest import is_newest_first
from tui_reader.search.sort import Sort

# Largest first unless reversed: newest, furthest read, best.
_DESCENDING = {Sort.RELEVANCE, Sort.DATE, Sort.PROGRESS, Sort.ADDED, Sort.SCORE}
OF_STATES = {Sort.STATUS, Sort.PROGRESS}
_LAST = "\U0010ffff"
_STATUS_ORDER = {status: place for place, status in enumerate(Status)}


def order(
    papers: Sequence[Paper],
    state_of: Callable[[Paper], ReadingState],
    sort: Sort = Sort.DATE,
    reverse: bool = False,
) -> "array[int]":
    """Positions in the order of `sort`; without a query relevance is newest first."""
    places = _newest_first(papers)
    if sort not in (Sort.RELEVANCE, Sort.DATE):
        keys = _keys(papers, state_of, sort)
        places.sort(key=keys.__getitem__, reverse=(sort in _DESCENDING) != reverse)
    elif reverse:
        dates = [paper.date for paper in papers]
        places.sort(key=dates.__getitem__)
    return array("I", places)


def _newest_first(papers: Sequence[Paper]) -> list[int]:
    dates = [paper.date for paper in papers]
    places = list(range(len(papers)))
    if is_newest_first(dates):  # then a library has put equal dates in the order of titles
        return places
    titles = [_heading(paper.title) for paper in papers]
    places.sort(key=titles.__getitem__)
    places.sort(key=dates.__getitem__, reverse=True)
    return places


def _keys(
    papers: Sequence[Paper], state_of: Callable[[Paper], ReadingState], sort: Sort
) -> list[Any]:
    if sort == Sort.TITLE:
        return [_heading(paper.title) for paper in papers]
    if sort == Sort.AUTHOR:
        return _ranks([_family_name(paper) for paper in papers])
    if sort == Sort.STATUS:
        return [_STATUS_ORDER[state_of(paper).status] for paper in papers]
    if sort == Sort.PROGRESS:
        return [state_of(paper).progress for paper in papers]
    if sort == Sort.ADDED:
        return [paper.added_at for paper in papers]
    if sort == Sort.CATEGORY:
        return _ranks([paper.category or _LAST for paper in papers])
    return [-1.0 if paper.score is None else paper.score for paper in papers]


def _ranks(values: Sequence[str]) -> list[int]:
    """Numbers in the order of the values: names repeat, and numbers sort several times faster."""
    ranks = {value: rank for rank, value in enumerate(sorted(set(values)))}
    return [ranks[value] for value in values]


def _heading(title: str) -> str:
    return fold(title) or _LAST


def _family_name(paper: Paper) -> str:
    return fold(paper.authors[0]).rpartition(" ")[2] if paper.authors else _LAST
