"""The papers as the index holds them: folded rows, postings, states, in lists by position."""

from collections.abc import Callable, Iterable, Sequence

from tui_reader.papers import UNTOUCHED, Paper, ReadingState
from tui_reader.search.folding import found_by, index_text, word_set, words
from tui_reader.search.postings import Postings

OF_STATES = ("tag", "note")
_WHOLE_DATE = len("2024-10-31")


class Corpus:
    """`titles` and `authors` are folded words with a blank between and around."""

    def __init__(self, papers: Sequence[Paper], state_of: Callable[[Paper], ReadingState]) -> None:
        self.papers = list(papers)
        self.postings = {name: Postings() for name in ("title", "author", *OF_STATES)}
        self.states: dict[int, ReadingState] = {}
        self.titles: list[str] = []
        self.authors: list[str] = []
        self._state_of = state_of
        self._positions: dict[str, int] = {}
        self._days: list[str] = []
        self._index_rows()
        self._index_states()
        for postings in self.postings.values():
            postings.finish()

    def __len__(self) -> int:
        return len(self.papers)

    def state(self, position: int) -> ReadingState:
        return self.states.get(position, UNTOUCHED)

    def texts(self, position: int, field: str) -> Sequence[str]:
        """The original texts of a field."""
        paper = self.papers[position]
        if field == "title":
            return (paper.title,)
        if field == "author":
            return paper.authors
        if field == "abstract":
            return paper.abstracts[:1]
        if field == "tag":
            return self.state(position).tags
        return (self.state(position).note,)

    def words(self, position: int, field: str) -> set[str]:
        """What the field is found by."""
        return words_of(self.texts(position, field))

    def row(self, position: int, field: str) -> str:
        """The words of a field in order, a blank between and around, two between texts."""
        if field == "title":
            return self.titles[position]
        if field == "author":
            return self.authors[position]
        return row_of(self.texts(position, field))

    def update(self, papers: Iterable[Paper]) -> list[int]:
        """Takes in what changed about these papers or their states; strangers are ignored.

        Positions of those whose facts changed, not only what the reader made of them.
        """
        if not self._positions:
            self._positions = {paper.id: place for place, paper in enumerate(self.papers)}
        corrected = []
        for paper in papers:
            position = self._positions.get(paper.id)
            if position is not None and self._replace(position, paper):
                corrected.append(position)
        return corrected

    def _replace(self, position: int, paper: Paper) -> bool:
        corrected = paper is not self.papers[position] and paper != self.papers[position]
        fields = tuple(self.postings) if corrected else OF_STATES
        before = {field: self.texts(position, field) for field in fields}
        self.papers[position] = paper
        self._keep_state(position, self._state_of(paper))
        for field in fields:
            after = self.texts(position, field)
            if after != before[field]:
                old, new = words_of(before[field]), words_of(after)
                self.postings[field].remove(position, old - new)
                self.postings[field].insert(position, new - old)
                self._replace_row(position, field)
        if corrected:
            self._days = []
        return corrected

    @property
    def days(self) -> Sequence[str]:
        """Dates to the day; `2024` and `2024-10` count as their first day."""
        if len(self._days) != len(self.papers):
            self._days = [
                paper.date if len(paper.date) == _WHOLE_DATE else _first_day(paper.date)
                for paper in self.papers
            ]
        return self._days

    def _replace_row(self, position: int, field: str) -> None:
        if field == "title":
            self.titles[position] = row_of(self.texts(position, field))
        elif field == "author":
            self.authors[position] = row_of(self.texts(position, field))

    def _keep_state(self, position: int, state: ReadingState) -> None:
        if state == UNTOUCHED:
            self.states.pop(position, None)
        else:
            self.states[position] = state

    def _index_rows(self) -> None:
        titles, authors = self.postings["title"], self.postings["author"]
        for position, paper in enumerate(self.papers):
            self.titles.append(f" {' '.join(words(index_text(paper.title)))} ")
            titles.append(position, found_by(paper.title))
            folded = index_text(" , ".join(paper.authors))
            self.authors.append(f" {' '.join(words(folded))} ")
            authors.append(position, word_set(folded))

    def _index_states(self) -> None:
        for position, paper in enumerate(self.papers):
            state = self._state_of(paper)
            if state is UNTOUCHED or state == UNTOUCHED:
                continue
            self.states[position] = state
            for field in OF_STATES:
                self.postings[field].append(position, self.words(position, field))


def words_of(texts: Iterable[str]) -> set[str]:
    return set().union(*map(found_by, texts))


def row_of(texts: Iterable[str]) -> str:
    return f" {'  '.join(' '.join(words(index_text(text))) for text in texts)} "


def _first_day(day: str) -> str:
    return day + "-01-01"[len(day) - 4 :] if 4 <= len(day) < _WHOLE_DATE else day
