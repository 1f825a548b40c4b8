"""Completion of the word at the cursor: field names, tags, authors, categories, views."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui_reader.search.folding import fold
from tui_reader.search.language.query import FIELDS
from tui_reader.search.language.values import CHOICES
from tui_reader.search.language.vocabulary import Vocabulary

MOST = 50
_AT_CURSOR = re.compile(r'(?P<lead>[-(]*)(?:(?P<field>[^\W\d]\w*):)?(?P<value>"[^"]*|[^\s"()]*)$')


@dataclass(frozen=True, slots=True)
class Completion:
    """`text` is the whole line with it, `cursor` where the cursor then stands."""

    label: str
    text: str
    cursor: int


def complete(
    text: str, cursor: int, vocabulary: Vocabulary, views: Sequence[str] = ()
) -> list[Completion]:
    """What the word before the cursor may become, likeliest first, at most 50.

    `views` are queries of saved views, offered on a line they begin with.
    """
    match = _AT_CURSOR.search(text, 0, cursor)
    if match is None:
        return []
    field, value = (match["field"] or "").casefold(), match["value"].lstrip('"')
    start = match.end() - len(match["value"])
    found = [
        _completed(text, start, cursor, word, quoted=bool(field))
        for word in _choices(field, value, vocabulary)
    ]
    if not field:
        found[:0] = _views(text, cursor, views)
    return found[:MOST]


def _choices(field: str, value: str, vocabulary: Vocabulary) -> list[str]:
    if field in CHOICES:
        return _beginning(CHOICES[field], value)
    if field:
        return _beginning(vocabulary.values(field), value, inner=field == "author")
    if not value:
        return []
    return _beginning([f"{name}:" for name in FIELDS], value)


def _beginning(choices: Iterable[str], value: str, *, inner: bool = False) -> list[str]:
    """Those that begin so, or (inner) have a word that does."""
    folded = fold(value)
    found = []
    for choice in choices:
        candidate = fold(choice)
        if candidate != folded and (
            candidate.startswith(folded) or (inner and f" {folded}" in candidate)
        ):
            found.append(choice)
            if len(found) >= MOST:
                break
    return found


def _completed(text: str, start: int, cursor: int, word: str, *, quoted: bool) -> Completion:
    value = f'"{word}"' if quoted and " " in word else word
    if not value.endswith(":"):
        value += " "
    rest = text[cursor:].lstrip() if value.endswith(" ") else text[cursor:]
    return Completion(word, text[:start] + value + rest, start + len(value))


def _views(text: str, cursor: int, views: Sequence[str]) -> list[Completion]:
    if not text.strip() or cursor < len(text):
        return []
    return [
        Completion(view, view, len(view))
        for view in views
        if view != text and view.casefold().startswith(text.casefold())
    ]
