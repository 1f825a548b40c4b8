"""Orders of the list. Every order is stable: what is equal stays newest first, then by title."""

from array import array
from collections.abc import Callable, Sequence
from typing import Any

from tui_reader.papers import UNTOUCHED, ReadingState, Status
from tui_reader.search.corpus import Corpus
from tui_reader.search.newest import is_newest_first
from tui_reader.search.sort import Sort

# Largest first unless reversed: newest, furthest read, best.
_DESCENDING = {Sort.RELEVANCE, Sort.DATE, Sort.PROGRESS, Sort.ADDED, Sort.SCORE}
OF_STATES = {Sort.STATUS, Sort.PROGRESS}
OF_RANKS = {Sort.TITLE, Sort.AUTHOR}
_LAST = "\U0010ffff"
_STATUS_ORDER = {status: place for place, status in enumerate(Status)}


def order(corpus: Corpus, sort: Sort, reverse: bool = False) -> "array[int]":
    """Positions in the order of `sort`; without a query relevance is newest first."""
    dates = corpus.facts.dates.each(str)
    places = _newest_first(corpus, dates)
    if sort not in (Sort.RELEVANCE, Sort.DATE):
        keys = _keys(corpus, sort)
        places.sort(key=keys.__getitem__, reverse=(sort in _DESCENDING) != reverse)
    elif reverse:
        places.sort(key=dates.__getitem__)
    return array("I", places)


def _newest_first(corpus: Corpus, dates: Sequence[str]) -> list[int]:
    places = list(range(len(dates)))
    if is_newest_first(dates):  # then a library has put equal dates in the order of titles
        return places
    places.sort(key=corpus.ranks.titles.__getitem__)
    places.sort(key=dates.__getitem__, reverse=True)
    return places


def _keys(corpus: Corpus, sort: Sort) -> Sequence[Any]:
    facts = corpus.facts
    if sort == Sort.TITLE:
        return corpus.ranks.titles
    if sort == Sort.AUTHOR:
        return corpus.ranks.authors
    if sort == Sort.STATUS:
        return _of_states(corpus, lambda state: _STATUS_ORDER[state.status])
    if sort == Sort.PROGRESS:
        return _of_states(corpus, lambda state: state.progress)
    if sort == Sort.ADDED:
        return facts.added.each(int)
    if sort == Sort.CATEGORY:
        return facts.categories.each(lambda category: category or _LAST)
    return facts.scores.each(lambda score: -1.0 if score is None else score)


def _of_states(corpus: Corpus, key: Callable[[ReadingState], int]) -> list[int]:
    """Most papers are untouched and share one key."""
    keys = [key(UNTOUCHED)] * len(corpus)
    for position, state in tuple(corpus.states.items()):
        keys[position] = key(state)
    return keys
