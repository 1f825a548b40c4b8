"""Filters that say yes or no of each paper: dates, numbers, states, categories, documents."""

from calendar import timegm
from collections.abc import Callable, Collection
from datetime import date

from tui_reader.papers import UNTOUCHED, ReadingState, Status
from tui_reader.papers.categories import category_name
from tui_reader.search.corpus import Corpus, words_of
from tui_reader.search.language.query import Between, Is, Phrase, Word
from tui_reader.search.quality import MATCHES

DAY_MS = 86_400_000
_WHOLE_DATE = len("2024-10-31")
_OF_STATES: dict[str, Callable[[ReadingState], bool]] = {
    "is:starred": lambda state: state.starred,
    "has:note": lambda state: bool(state.note),
    "has:tag": lambda state: bool(state.tags),
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
        return _selected_flags(corpus, selected)
    if field == "status" or (field == "is" and value in tuple(Status)):
        return _state_flags(corpus, lambda state: state.status == value)
    if name in _OF_STATES:
        return _state_flags(corpus, _OF_STATES[name])
    return corpus.facts.traits.flags(lambda traits: MATCHES * (name in traits))


def _state_flags(corpus: Corpus, test: Callable[[ReadingState], bool]) -> bytes:
    """Most papers are untouched and share one answer."""
    flags = bytearray([MATCHES * test(UNTOUCHED)]) * len(corpus)
    for position, state in list(corpus.states.items()):
        flags[position] = MATCHES * test(state)
    return bytes(flags)


def _selected_flags(corpus: Corpus, selected: Collection[str]) -> bytes:
    flags = bytearray(len(corpus))
    for position in map(corpus.position_of, selected):
        if position is not None:
            flags[position] = MATCHES
    return bytes(flags)


def between_flags(corpus: Corpus, node: Between) -> bytes:
    """One byte a paper, not 0 where its value is known and lies between."""
    if node.field in ("year", "date"):
        first, last = str(node.low or "0"), str(node.high or "~")
        return corpus.facts.dates.flags(lambda day: MATCHES * (first <= _whole(day) <= last))
    if node.field == "score":
        low, high = _number_bounds(node)
        return corpus.facts.scores.flags(lambda x: MATCHES * (x is not None and low <= x <= high))
    if node.field == "progress":
        low, high = _number_bounds(node)
        return _state_flags(corpus, lambda state: low <= state.progress <= high)
    low, high = _time_bounds(node)
    if node.field == "added":
        return corpus.facts.added.flags(lambda time: MATCHES * (low <= (time or -1) <= high))
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


def _whole(day: str) -> str:
    """A date to the day; `2024` and `2024-10` count as their first day."""
    return day + "-01-01"[len(day) - 4 :] if 4 <= len(day) < _WHOLE_DATE else day


def value_flags(corpus: Corpus, node: Word | Phrase) -> bytes:
    """`category:` and `document:` have few values: each is looked at once."""
    if node.field == "category":
        return corpus.facts.categories.flags(
            lambda code: MATCHES * _has((code, category_name(code)), node)
        )
    return corpus.facts.documents.flags(
        lambda names: MATCHES * any(_has((name,), node) for name in names)
    )


def _has(texts: tuple[str, ...], node: Word | Phrase) -> bool:
    there = words_of(texts)
    if isinstance(node, Word):
        return any(word.startswith(node.word) for word in there)
    return all(word in there for word in node.words)
