"""Where a query's words stand in a display text."""

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from tui_reader.search.folding import Token, compound_tokens, word_tokens
from tui_reader.search.language.query import Phrase, Query, Word
from tui_reader.search.matches.span import Span, Spans, merged

# Places are looked for in so many first characters of a text: more of it is not drawn.
LONGEST = 100_000


def field_spans(query: Query, near: Collection[str], display: str, field: str) -> Spans:
    """Where the words of the query stand that look into this field of it."""
    sought = sought_in(query, field)
    found = spans_in(display, sought, near)
    return found if found or field != "title" else Spans(merged(_parted(display, sought)))


def sought_in(query: Query, field: str) -> list[Word | Phrase]:
    return [node for node in query.sought() if node.field in ("", field)]


def spans_in(display: str, sought: Sequence[Word | Phrase], near: Collection[str] = ()) -> Spans:
    """`sought` must already be those that look into this field; `near` are whole folded words."""
    if not display or not sought:
        return Spans()
    display = display[:LONGEST]
    parts, compounds = word_tokens(display), compound_tokens(display)
    found = [*parts, *compounds]
    exact: list[Span] = []
    starts = tuple({node.word for node in sought if isinstance(node, Word)})
    if starts:
        exact.extend(_begun(token, starts) for token in found if token.word.startswith(starts))
        exact.extend(_run_together(parts, starts))
        exact.extend(_joined_ahead(found, sought))
    for node in sought:
        if isinstance(node, Phrase):
            exact.extend(_phrases(parts, node))
    exact_spans = merged(exact)
    alike = [
        (token.start, token.end)
        for token in found
        if token.word in near and not token.word.startswith(starts)
    ]
    return Spans(
        exact_spans, tuple(span for span in merged(alike) if not _covered(span, exact_spans))
    )


def _begun(token: Token, starts: Sequence[str]) -> Span:
    """The typed part of a word; all of it where letters and places do not agree one to one."""
    longest = max((start for start in starts if token.word.startswith(start)), key=len)
    if len(token.word) == token.end - token.start:
        return token.start, token.start + len(longest)
    return token.start, token.end


def _run_together(found: Sequence[Token], starts: Sequence[str]) -> Iterable[Span]:
    """`lowrank` in a text that says `low rank`."""
    for first, second in pairwise(found):
        for start in starts:
            if len(start) > len(first.word) and start.startswith(first.word):
                rest = start[len(first.word) :]
                if second.word.startswith(rest):
                    yield first.start, first.end
                    yield _begun(second, (rest,))


def _parted(display: str, sought: Sequence[Word | Phrase]) -> Iterable[Span]:
    """`lowrank` in a title that has both words somewhere."""
    found = word_tokens(display[:LONGEST])
    places = {token.word: token for token in reversed(found)}
    for node in sought:
        if isinstance(node, Word):
            for first in found:
                rest = node.word.removeprefix(first.word)
                if rest != node.word and rest in places:
                    yield first.start, first.end
                    yield places[rest].start, places[rest].end


def _joined_ahead(found: Sequence[Token], sought: Sequence[Word | Phrase]) -> Iterable[Span]:
    """`low rank` in a text that says `lowrank`."""
    for left, right in pairwise(sought):
        if isinstance(left, Word) and isinstance(right, Word):
            both = left.word + right.word
            for token in found:
                if token.word.startswith(both):
                    yield _begun(token, (both,))


def _phrases(found: Sequence[Token], phrase: Phrase) -> Iterable[Span]:
    size = len(phrase.words)
    for place in range(len(found) - size + 1):
        window = found[place : place + size]
        if _matches([token.word for token in window], phrase):
            yield window[0].start, window[-1].end


def _matches(words: Sequence[str], phrase: Phrase) -> bool:
    if tuple(words[:-1]) != phrase.words[:-1]:
        return False
    last = phrase.words[-1]
    return words[-1].startswith(last) if phrase.open else words[-1] == last


def _covered(span: Span, spans: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)
