"""The papers as the index holds them: folded rows, postings, states, in lists by position."""

from collections.abc import Callable, Iterable, Sequence

from tui_reader.papers import UNTOUCHED, Paper, ReadingState
from tui_reader.search.folding import index_text, word_set, words
from tui_reader.search.postings import Postings


class Corpus:
    """`titles` and `authors` are folded words with a blank between and around."""

    def __init__(self, papers: Sequence[Paper], state_of: Callable[[Paper], ReadingState]) -> None:
        self.papers = list(papers)
        self.postings = {name: Postings() for name in ("title", "author", "tag", "note")}
        self.states: dict[int, ReadingState] = {}
        self.titles: list[str] = []
        self.authors: list[str] = []
        self._state_of = state_of
        self._positions: dict[str, int] = {}
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

    def update(self, papers: Iterable[Paper]) -> None:
        """Takes in what changed about these papers or their states; strangers are ignored."""
        if not self._positions:
            self._positions = {paper.id: place for place, paper in enumerate(self.papers)}
        for paper in papers:
            position = self._positions.get(paper.id)
            if position is not None:
                self._replace(position, paper)

    def _replace(self, position: int, paper: Paper) -> None:
        fields = tuple(self.postings)
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
            folded = index_text(paper.title)
            self.titles.append(f" {' '.join(words(folded))} ")
            titles.append(position, word_set(folded))
            folded = index_text(" , ".join(paper.authors))
            self.authors.append(f" {' '.join(words(folded))} ")
            authors.append(position, word_set(folded))

    def _index_states(self) -> None:
        for position, paper in enumerate(self.papers):
            state = self._state_of(paper)
            if state is UNTOUCHED or state == UNTOUCHED:
                continue
            self.states[position] = state
            for field in ("tag", "note"):
                self.postings[field].append(position, self.words(position, field))


def words_of(texts: Iterable[str]) -> set[str]:
    return set().union(*(word_set(index_text(text)) for text in texts))


def row_of(texts: Iterable[str]) -> str:
    return f" {'  '.join(' '.join(words(index_text(text))) for text in texts)} "
