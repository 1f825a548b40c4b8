"""Filters that say yes or no of each paper: dates, numbers, states, categories, documents."""

from calendar import timegm
from collections.abc import Callable, Collection
from datetime import date

from tui_reader.papers import UNTOUCHED, Paper, ReadingState, Status
from tui_reader.papers.categories import category_name
from tui_reader.search.corpus import Corpus, words_of
from tui_reader.search.language.query import Between, Is, Phrase, Word
from tui_reader.search.quality import MATCHES

DAY_MS = 86_400_000
_IDENTIFIER_LINKS = ("doi", "arxiv", "pmid", "pmcid", "url")

_OF_STATES: dict[str, Callable[[ReadingState], bool]] = {
    "is:starred": lambda state: state.starred,
    "has:note": lambda state: bool(state.note),
    "has:tag": lambda state: bool(state.tags),
}
_OF_PAPERS: dict[str, Callable[[Paper], bool]] = {
    "is:doubtful": lambda paper: paper.needs_review,
    "is:proposed": lambda paper: bool(paper.proposed),
    "is:untitled": lambda paper: not paper.title,
    "has:abstract": lambda paper: bool(paper.abstracts),
    "has:author": lambda paper: bool(paper.authors),
    "has:code": lambda paper: paper.has_code,
    "has:date": lambda paper: bool(paper.date),
    "has:link": lambda paper: (
        bool(paper.urls) or any(kind in paper.identifiers for kind in _IDENTIFIER_LINKS)
    ),
    "has:score": lambda paper: paper.score is not None,
    "has:title": lambda paper: bool(paper.title),
}


def is_flags(corpus: Corpus, node: Is, selected: Collection[str]) -> bytes:
    """One byte a paper, not 0 where one of the values holds."""
    answers = [_value_flags(corpus, node.field, value, selected) for value in node.values]
    first, *rest = answers
    for other in rest:
        first = bytes(map(max, first, other))
    return first


def _value_flags(corpus: Corpus, field: str, value: str, selected: Collection[str]) -> bytes:
    name = f"{field}:{value}"
    if name == "is:selected":
        return _paper_flags(corpus, lambda paper: paper.id in selected)
    if field == "status" or (field == "is" and value in tuple(Status)):
        return _state_flags(corpus, lambda state: state.status == value)
    if name in _OF_STATES:
        return _state_flags(corpus, _OF_STATES[name])
    test = _OF_PAPERS.get(name) or (lambda paper: value in paper.identifiers)
    return _paper_flags(corpus, test)


def _state_flags(corpus: Corpus, test: Callable[[ReadingState], bool]) -> bytes:
    """Most papers are untouched and share one answer."""
    flags = bytearray([MATCHES * test(UNTOUCHED)]) * len(corpus)
    for position, state in corpus.states.items():
        flags[position] = MATCHES * test(state)
    return bytes(flags)


def _paper_flags(corpus: Corpus, test: Callable[[Paper], bool]) -> bytes:
    return bytes([MATCHES if test(paper) else 0 for paper in corpus.papers])


def between_flags(corpus: Corpus, node: Between) -> bytes:
    """One byte a paper, not 0 where its value is known and lies between."""
    if node.field in ("year", "date"):
        first, last = str(node.low or "0"), str(node.high or "~")
        return bytes([MATCHES if first <= day <= last else 0 for day in corpus.days])
    if node.field == "score":
        low, high = _number_bounds(node)
        return _paper_flags(corpus, lambda p: p.score is not None and low <= p.score <= high)
    if node.field == "progress":
        low, high = _number_bounds(node)
        return _state_flags(corpus, lambda state: low <= state.progress <= high)
    low, high = _time_bounds(node)
    if node.field == "added":
        return _paper_flags(corpus, lambda paper: low <= (paper.added_at or -1) <= high)
    return _state_flags(corpus, lambda state: _is_read(state) and low <= _finished(state) <= high)


def _is_read(state: ReadingState) -> bool:
    return state.status == Status.READ and state.finished_at is not None


def _finished(state: ReadingState) -> int:
    return state.finished_at or 0


def _number_bounds(node: Between) -> tuple[float, float]:
    low = float("-inf") if node.low is None else float(node.low)
    return low, float("inf") if node.high is None else float(node.high)


def _time_bounds(node: Between) -> tuple[float, float]:
    """Days as UTC milliseconds; `2025-06-30~` is past the end of that day."""
    low, high = float("-inf"), float("inf")
    if node.low is not None:
        past = str(node.low).endswith("~")
        low = _midnight(str(node.low).rstrip("~")) + (DAY_MS if past else 0)
    if node.high is not None:
        high = _midnight(str(node.high)) + DAY_MS - 1
    return low, high


def _midnight(day: str) -> float:
    if day == "0000":
        return float("-inf")
    return timegm(date.fromisoformat(day).timetuple()) * 1000


def value_flags(corpus: Corpus, node: Word | Phrase) -> bytes:
    """`category:` and `document:` have few values: each is looked at once."""
    found: dict[str, int] = {}
    if node.field == "category":
        for code in {paper.category for paper in corpus.papers}:
            found[code] = MATCHES * _has((code, category_name(code)), node)
        return bytes([found[paper.category] for paper in corpus.papers])
    for name in {source.document for paper in corpus.papers for source in paper.sources}:
        found[name] = MATCHES * _has((name,), node)
    return bytes(
        [max((found[s.document] for s in paper.sources), default=0) for paper in corpus.papers]
    )


def _has(texts: tuple[str, ...], node: Word | Phrase) -> bool:
    there = words_of(texts)
    if isinstance(node, Word):
        return any(word.startswith(node.word) for word in there)
    return all(word in there for word in node.words)
