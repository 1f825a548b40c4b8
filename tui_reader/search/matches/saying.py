"""Whether a text has certain words side by side."""

import re

from tui_reader.search.corpus import Corpus
from tui_reader.search.folding import index_text
from tui_reader.search.language.query import Phrase


class Saying:
    """Titles and authors have rows of words to look at; longer texts are folded when asked."""

    def __init__(self, corpus: Corpus, phrase: Phrase, field: str) -> None:
        self._corpus = corpus
        self._field = field
        self._words = " " + " ".join(phrase.words) + ("" if phrase.open else " ")
        end = "" if phrase.open else r"(?![^\W_])"
        # No boundary in front: a literal start is searched much faster, and checked after.
        self._pattern = re.compile(r"[\W_]+".join(map(re.escape, phrase.words)) + end)

    def __call__(self, position: int) -> bool:
        if self._field in ("title", "author"):
            return self._words in self._corpus.row(position, self._field)
        for text in self._corpus.texts(position, self._field):
            folded = index_text(text)
            if folded.isascii():
                if self._stands_in(folded):
                    return True
            elif self._words in self._corpus.row(position, self._field):
                return True
        return False

    def _stands_in(self, folded: str) -> bool:
        return any(
            match.start() == 0 or not folded[match.start() - 1].isalnum()
            for match in self._pattern.finditer(folded)
        )
