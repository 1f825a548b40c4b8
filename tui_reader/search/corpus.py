"""The papers as the index holds them: folded rows, postings, facts, states, by position."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from itertools import chain
from typing import Self

from tui_reader.papers import UNTOUCHED, Paper, ReadingState
from tui_reader.search.facts import Facts
from tui_reader.search.folding import found_by, index_text, words
from tui_reader.search.initials import Initials
from tui_reader.search.parts import Parts, to_lines, to_values, viewed
from tui_reader.search.postings import GrowingPostings, KeptPostings, Postings
from tui_reader.search.ranks import Ranks, RanksBuilder
from tui_reader.search.rows import LongTexts, Rows

OF_STATES = ("tag", "note")
StateOf = Callable[[Paper], ReadingState]


class Corpus:
    """`titles` and `authors` are folded words with a blank between and around.

    `parts` are those of `papers`; `touched` are the positions of papers with a state.
    """

    def __init__(
        self,
        papers: Sequence[Paper],
        parts: Parts,
        state_of: StateOf,
        touched: Iterable[int],
        position_of: Callable[[str], int | None] | None = None,
    ) -> None:
        self.papers = papers
        self._position_of = position_of
        self.facts = Facts(parts)
        self.titles = to_lines(parts["title.rows"])
        self.authors = to_lines(parts["author.rows"])
        self.states: dict[int, ReadingState] = {}
        self._of_states = {field: GrowingPostings() for field in OF_STATES}
        self.postings: Mapping[str, Postings] = {
            "title": KeptPostings(parts, "title"),
            "author": KeptPostings(parts, "author"),
            **self._of_states,
        }
        self._abstracts: LongTexts | None = None
        self._author_names: memoryview | None = None
        self._ranks: Ranks | None = None
        self._ranks_lock = threading.Lock()
        self.initials: Initials | None = None
        self._index_states(state_of, touched)

    def __len__(self) -> int:
        return len(self.papers)

    def add_abstracts(self, parts: Parts) -> None:
        """Another thread may be searching: first the rows, then what leads to them."""
        self._abstracts = Rows(parts, "abstract")
        self._author_names = parts["author.names"]
        self._ranks = Ranks(parts)
        self.initials = Initials(parts)
        self.postings = {**self.postings, "abstract": KeptPostings(parts, "abstract")}

    def scanning(self, abstracts: LongTexts, postings: Postings) -> Self:
        """The same with these abstracts."""
        other = copy(self)
        other._abstracts = abstracts
        other.postings = {**self.postings, "abstract": postings}
        return other

    @property
    def ranks(self) -> Ranks:
        """Made when they are asked for before abstracts, with which they come."""
        with self._ranks_lock:
            if self._ranks is None:
                builder = RanksBuilder()
                builder.extend(self.papers)
                self._ranks = Ranks(viewed(builder.to_parts()))
            return self._ranks

    @property
    def has_ranks(self) -> bool:
        return self._ranks is not None

    def position_of(self, paper_id: str) -> int | None:
        if self._position_of is None:
            positions = {paper.id: position for position, paper in enumerate(self.papers)}
            self._position_of = positions.get
        return self._position_of(paper_id)

    def author_names(self) -> list[str]:
        """Most frequent first; none before abstracts are added."""
        return to_values(self._author_names) if self._author_names else []

    def categories(self) -> Iterator[str]:
        return filter(None, self.facts.categories.each(str))

    def documents(self) -> Iterator[str]:
        return chain.from_iterable(self.facts.documents.each(tuple))

    def tags(self) -> Iterator[str]:
        return chain.from_iterable(state.tags for _, state in sorted(self.states.items()))

    def state(self, position: int) -> ReadingState:
        return self.states.get(position, UNTOUCHED)

    def row(self, position: int, field: str) -> str:
        """The words of a field in order, a blank between and around, two between texts."""
        if field == "title":
            return self.titles[position]
        if field == "author":
            return self.authors[position]
        if field == "abstract":
            return self._abstracts[position] if self._abstracts else ""
        return row_of(_texts(self.state(position), field))

    def abstract_beginning(self, position: int, most: int) -> str:
        """What the row of an abstract begins with, in so many bytes."""
        return self._abstracts.beginning(position, most) if self._abstracts else ""

    def set_state(self, position: int, state: ReadingState) -> None:
        before = self.state(position)
        if state == UNTOUCHED:
            self.states.pop(position, None)
        else:
            self.states[position] = state
        for field, postings in self._of_states.items():
            was, now = _texts(before, field), _texts(state, field)
            if was != now:
                old, new = words_of(was), words_of(now)
                postings.remove(position, old - new)
                postings.insert(position, new - old)

    def _index_states(self, state_of: StateOf, touched: Iterable[int]) -> None:
        for position in sorted(set(touched)):
            state = state_of(self.papers[position])
            if state is UNTOUCHED or state == UNTOUCHED:
                continue
            self.states[position] = state
            for field, postings in self._of_states.items():
                postings.append(position, words_of(_texts(state, field)))
        for postings in self._of_states.values():
            postings.finish()


def _texts(state: ReadingState, field: str) -> Sequence[str]:
    return state.tags if field == "tag" else (state.note,)


def words_of(texts: Iterable[str]) -> set[str]:
    return set().union(*map(found_by, texts))


def row_of(texts: Iterable[str]) -> str:
    return f" {'  '.join(' '.join(words(index_text(text))) for text in texts)} "
