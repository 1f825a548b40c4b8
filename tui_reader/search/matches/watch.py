"""Watch words: words and authors that are highlighted whatever is searched."""

from collections.abc import Iterable

from tui_reader.search.folding import fold, word_tokens, words
from tui_reader.search.matches.span import Span, merged
from tui_reader.search.matches.spans import LONGEST


class WatchWords:
    """Each entry is a word or several in a row, found as whole words without case or accents.

    A star at the end (`diffusion*`) stands for any rest of the last word.
    """

    def __init__(self, entries: Iterable[str]) -> None:
        self._entries: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
        for entry in entries:
            sought = tuple(words(fold(entry)))
            if sought:
                is_open = entry.rstrip().endswith("*")
                self._entries.setdefault(sought[0][:1], []).append((sought, is_open))

    def __bool__(self) -> bool:
        return bool(self._entries)

    def spans(self, display: str) -> tuple[Span, ...]:
        """Where they stand in a display text, in code points."""
        if not self._entries or not display:
            return ()
        found = word_tokens(display[:LONGEST])
        spans: list[Span] = []
        for place, token in enumerate(found):
            for sought, is_open in self._entries.get(token.word[:1], ()):
                window = [other.word for other in found[place : place + len(sought)]]
                if _same(window, sought, is_open):
                    spans.append((token.start, found[place + len(sought) - 1].end))
        return merged(spans)


def _same(window: list[str], sought: tuple[str, ...], is_open: bool) -> bool:
    if len(window) != len(sought) or tuple(window[:-1]) != sought[:-1]:
        return False
    return window[-1] == sought[-1] or (is_open and window[-1].startswith(sought[-1]))
