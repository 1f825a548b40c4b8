"""Whether a text has certain words side by side."""

from tui_reader.search.corpus import Corpus
from tui_reader.search.language.query import Phrase


class Saying:
    def __init__(self, corpus: Corpus, phrase: Phrase, field: str) -> None:
        self._corpus = corpus
        self._field = field
        self._words = " " + " ".join(phrase.words) + ("" if phrase.open else " ")

    def __call__(self, position: int) -> bool:
        return self._words in self._corpus.row(position, self._field)
