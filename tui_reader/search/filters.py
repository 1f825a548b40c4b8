"""Filters that say yes or no of each paper: dates, numbers, states, categories, documents."""

from calendar import timegm
from collections.abc import Callable, Collection, Iterable
from datetime import date

from tui_reader.papers import Paper, ReadingState, Status
from tui_reader.papers.categories import category_name
from tui_reader.search.corpus import Corpus, words_of
from tui_reader.search.quality import MATCHES
from tui_reader.search.query import Between, Is, Phrase, Word

DAY_MS = 86_400_000
_IDENTIFIER_LINKS = ("doi", "arxiv", "pmid", "pmcid", "url")

Test = Callable[[Paper, ReadingState], bool]

_IS: dict[str, Test] = {
    "starred": lambda paper, state: state.starred,
    "doubtful": lambda paper, state: paper.needs_review,
    "proposed": lambda paper, state: bool(paper.proposed),
    "untitled": lambda paper, state: not paper.title,
}
_HAS: dict[str, Test] = {
    "abstract": lambda paper, state: bool(paper.abstracts),
    "author": lambda paper, state: bool(paper.authors),
    "code": lambda paper, state: paper.has_code,
    "date": lambda paper, state: bool(paper.date),
    "link": lambda paper, state: (
        bool(paper.urls) or any(kind in paper.identifiers for kind in _IDENTIFIER_LINKS)
    ),
    "note": lambda paper, state: bool(state.note),
    "score": lambda paper, state: paper.score is not None,
    "tag": lambda paper, state: bool(state.tags),
    "title": lambda paper, state: bool(paper.title),
}


def is_flags(corpus: Corpus, node: Is, selected: Collection[str]) -> bytes:
    """One byte a paper, 1 where one of the values holds."""
    tests = [_test(node.field, value, selected) for value in node.values]
    state = corpus.state
    return bytes(
        MATCHES * any(test(paper, state(position)) for test in tests)
        for position, paper in enumerate(corpus.papers)
    )


def _test(field: str, value: str, selected: Collection[str]) -> Test:
    if value == "selected":
        return lambda paper, state: paper.id in selected
    if value in tuple(Status):
        return lambda paper, state: state.status == value
    known = _IS if field == "is" else _HAS
    return known.get(value) or (lambda paper, state: value in paper.identifiers)


def between_flags(corpus: Corpus, node: Between) -> bytes:
    if node.field in ("year", "date"):
        return _flags(_day_tests(node), (_first_day(paper.date) for paper in corpus.papers))
    if node.field == "score":
        return _flags(_number_tests(node), (paper.score for paper in corpus.papers))
    states = map(corpus.state, range(len(corpus)))
    if node.field == "progress":
        return _flags(_number_tests(node), (state.progress for state in states))
    if node.field == "added":
        return _flags(_time_tests(node), (paper.added_at or None for paper in corpus.papers))
    return _flags(
        _time_tests(node),
        (state.finished_at if state.status == Status.READ else None for state in states),
    )


def _flags(bounds: tuple[float | str, float | str], values: Iterable[float | str | None]) -> bytes:
    low, high = bounds
    return bytes(MATCHES if value is not None and low <= value <= high else 0 for value in values)  # type: ignore[operator]  # both are strings or both are numbers


def _first_day(day: str) -> str | None:
    """`2024` and `2024-10` count as their first day."""
    if not day:
        return None
    return day + "-01-01"[len(day) - 4 :] if 4 <= len(day) < 10 else day


def _day_tests(node: Between) -> tuple[str, str]:
    return str(node.low or ""), str(node.high or "~")


def _number_tests(node: Between) -> tuple[float, float]:
    low = float("-inf") if node.low is None else float(node.low)
    return low, float("inf") if node.high is None else float(node.high)


def _time_tests(node: Between) -> tuple[float, float]:
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


def document_flags(corpus: Corpus, node: Word | Phrase) -> bytes:
    """`category:` and `document:` have few values: each is looked at once."""
    found: dict[tuple[str, ...], bool] = {}
    flags = bytearray(len(corpus))
    texts_of = _categories if node.field == "category" else _documents
    for position, paper in enumerate(corpus.papers):
        texts = texts_of(paper)
        if texts not in found:
            found[texts] = _has(texts, node)
        flags[position] = found[texts] * MATCHES
    return bytes(flags)


def _categories(paper: Paper) -> tuple[str, ...]:
    return (paper.category, category_name(paper.category))


def _documents(paper: Paper) -> tuple[str, ...]:
    return paper.documents


def _has(texts: tuple[str, ...], node: Word | Phrase) -> bool:
    there = words_of(texts)
    if isinstance(node, Word):
        return any(word.startswith(node.word) for word in there)
    return all(word in there for word in node.words)
