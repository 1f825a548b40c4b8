"""Similar answers: words a slip away, initials, words run together that stand apart."""

from collections.abc import Sequence

from tui_reader.search.corpus import Corpus
from tui_reader.search.initials import SHORTEST as SHORTEST_INITIALS
from tui_reader.search.initials import Initials
from tui_reader.search.matching import Flags, common, fill_better
from tui_reader.search.near import near_words
from tui_reader.search.quality import INITIALS_BEGIN, INITIALS_WITHIN, NEAR, PARTED, SLIP
from tui_reader.search.query import Word

_SHORTEST_PART = 3


class Similar:
    def __init__(self, corpus: Corpus, initials: Initials) -> None:
        self._corpus = corpus
        self._initials = initials

    def flags(self, node: Word, exact: Flags, *, open_end: bool, widest: bool) -> bytearray:
        """The exact answer with what is like it added; `widest` takes the second slip as well."""
        flags = bytearray(exact)
        for field, near in self.words(node, open_end=open_end, widest=widest).items():
            postings = self._corpus.postings[field]
            for word, slips in sorted(near.items(), key=lambda pair: -pair[1]):
                quality = NEAR[field] - SLIP * slips - min(4, abs(len(word) - len(node.word)))
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
            return found
        least = min((slips for near in found.values() for slips in near.values()), default=0)
        return {
            field: {word: slips for word, slips in near.items() if slips == least}
            for field, near in found.items()
        }

    def _near(self, fields: Sequence[str], word: str, open_end: bool) -> dict[str, dict[str, int]]:
        postings = self._corpus.postings
        return {
            field: near_words(postings[field], word, open_end=open_end)
            for field in fields
            if field in postings and field in NEAR
        }

    def _add_initials(self, flags: bytearray, letters: str) -> None:
        if len(letters) < SHORTEST_INITIALS:
            return
        fill_better(flags, self._initials.within(letters), INITIALS_WITHIN)
        fill_better(flags, self._initials.beginning(letters), INITIALS_BEGIN)

    def _add_parted(self, flags: bytearray, word: str) -> None:
        postings = self._corpus.postings["title"]
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            first, second = word[:cut], word[cut:]
            if first in postings and postings.has_prefix(second):
                fill_better(flags, common(postings, first, second), PARTED)
