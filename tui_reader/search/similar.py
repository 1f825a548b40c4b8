"""Similar answers: words a slip away, initials, words run together that stand apart."""

from collections.abc import Callable, Sequence

from tui_reader.search.corpus import Corpus
from tui_reader.search.language.query import Word
from tui_reader.search.matching import Flags, common, fill_better
from tui_reader.search.near import near_words
from tui_reader.search.quality import (
    INITIALS_BEGIN,
    INITIALS_WITHIN,
    LENGTH,
    MOST_LENGTH,
    NEAR,
    PARTED_BEGUN,
    SLIP,
)

_SHORTEST_PART = 3
_KEPT = 200
# As far as three slips.
_INSIDE = 3
# Field, word, whether its end is open; None for words that have it within them.
_Lookup = tuple[str, str, bool | None]


class Similar:
    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._near_words: dict[_Lookup, dict[str, int]] = {}
        self._spelled: dict[str, dict[int, bool]] = {}

    def forget(self) -> None:
        """The words have changed."""
        self._near_words = {}
        self._spelled = {}

    def flags(self, node: Word, exact: Flags, *, open_end: bool, widest: bool) -> bytearray:
        """The exact answer with what is like it added; `widest` takes the second slip as well."""
        flags = bytearray(exact)
        for field, near in self.words(node, open_end=open_end, widest=widest).items():
            postings = self._corpus.postings[field]
            for word, slips in sorted(near.items(), key=lambda pair: -pair[1]):
                longer = abs(len(word) - len(node.word))
                quality = NEAR[field] - SLIP * slips - LENGTH * min(MOST_LENGTH // LENGTH, longer)
                fill_better(flags, postings.of(word), quality)
        if node.field in ("", "title"):
            self._add_initials(flags, node.word)
            self._add_parted(flags, node.word)
        return flags

    def words(self, node: Word, *, open_end: bool, widest: bool) -> dict[str, dict[str, int]]:
        """Field -> near word -> slips, from the fields that have the nearest ones."""
        fields = [node.field] if node.field else ["title", "author", "tag"]
        found = self._near(fields, node.word, open_end)
        if not any(found.values()) and not node.field and "abstract" in self._corpus.postings:
            found = self._near(["abstract"], node.word, open_end)
        if widest:
            return self._everywhere(self._with_insides(found, fields, node.word), node)
        least = min((slips for near in found.values() for slips in near.values()), default=0)
        return {
            field: {word: slips for word, slips in near.items() if slips == least}
            for field, near in found.items()
        }

    def _everywhere(
        self, found: dict[str, dict[str, int]], node: Word
    ) -> dict[str, dict[str, int]]:
        """Where short texts do not do, words like theirs are looked up in abstracts too."""
        if node.field or "abstract" in found or "abstract" not in self._corpus.postings:
            return found
        slips: dict[str, int] = {}
        for near in found.values():
            slips |= near
        return {**found, "abstract": slips}

    def _with_insides(
        self, found: dict[str, dict[str, int]], fields: Sequence[str], word: str
    ) -> dict[str, dict[str, int]]:
        """Words that have the typed one within them as well, behind all others."""
        if len(word) < _SHORTEST_PART:
            return found
        return {
            field: {**self._insides(field, word), **found.get(field, {})}
            for field in {*fields, *found}
            if field in self._corpus.postings and field in NEAR
        }

    def _insides(self, field: str, word: str) -> dict[str, int]:
        def look() -> dict[str, int]:
            return dict.fromkeys(self._corpus.postings[field].containing(word), _INSIDE)

        return self._kept((field, word, None), look)

    def _near(self, fields: Sequence[str], word: str, open_end: bool) -> dict[str, dict[str, int]]:
        return {
            field: self._near_in(field, word, open_end)
            for field in fields
            if field in self._corpus.postings and field in NEAR
        }

    def _near_in(self, field: str, word: str, open_end: bool) -> dict[str, int]:
        def look() -> dict[str, int]:
            return near_words(self._corpus.postings[field], word, open_end=open_end)

        return self._kept((field, word, open_end), look)

    def _kept(self, key: _Lookup, look: Callable[[], dict[str, int]]) -> dict[str, int]:
        """The same words are looked up at every key of the words after them."""
        found = self._near_words.get(key)
        if found is None:
            found = look()
            if len(self._near_words) >= _KEPT:
                self._near_words = {}
            self._near_words[key] = found
        return found

    def _add_initials(self, flags: bytearray, letters: str) -> None:
        if self._corpus.initials is None:
            return
        if letters not in self._spelled:
            if len(self._spelled) >= _KEPT:
                self._spelled = {}
            self._spelled[letters] = self._corpus.initials.find(letters)
        for position, begins in self._spelled.get(letters, {}).items():
            quality = INITIALS_BEGIN if begins else INITIALS_WITHIN
            flags[position] = max(flags[position], quality)

    def _add_parted(self, flags: bytearray, word: str) -> None:
        postings = self._corpus.postings["title"]
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            first, second = word[:cut], word[cut:]
            if first in postings and postings.has_prefix(second):
                fill_better(flags, common(postings, first, second), PARTED_BEGUN)
