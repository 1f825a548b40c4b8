"""Why a title was found that has no word like the one typed: initials, and words run together."""

from collections.abc import Iterator, Sequence

from tui_reader.search.folding import Token, word_tokens
from tui_reader.search.initials import SMALL_WORDS
from tui_reader.search.language.query import Phrase, Word
from tui_reader.search.matches.span import Span, Spans, merged


def spelled_spans(display: str, sought: Sequence[Word | Phrase]) -> Spans:
    found = word_tokens(display)
    telling = [token for token in found if token.word not in SMALL_WORDS]
    spans: list[Span] = []
    for node in sought:
        if isinstance(node, Word) and node.field in ("", "title"):
            spans.extend(
                _initials(found, node.word)
                or _initials(telling, node.word)
                or list(_parted(found, node.word))
            )
    return Spans(similar=merged(spans))


def _initials(found: Sequence[Token], letters: str) -> list[Span]:
    place = "".join(token.word[0] for token in found).find(letters)
    if place < 0:
        return []
    return [(token.start, token.start + 1) for token in found[place : place + len(letters)]]


def _parted(found: Sequence[Token], word: str) -> Iterator[Span]:
    for first in found:
        if word.startswith(first.word) and len(first.word) < len(word):
            rest = word[len(first.word) :]
            for second in found:
                if second.word.startswith(rest):
                    yield first.start, first.end
                    yield second.start, min(second.end, second.start + len(rest))
