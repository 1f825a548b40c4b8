"""The index of a library: built once, asked at every key, changed in place."""

from array import array
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from tui_reader.papers import Paper
from tui_reader.search.building import build_abstracts, build_titles
from tui_reader.search.cancelled import Cancelled
from tui_reader.search.corpus import Corpus, StateOf
from tui_reader.search.engine import Answer, Engine, Memory
from tui_reader.search.explain import explain
from tui_reader.search.explanation import Explanation
from tui_reader.search.language.parser import parse
from tui_reader.search.language.query import Query
from tui_reader.search.language.vocabulary import Vocabulary, most_frequent_first
from tui_reader.search.matches.commands import command_spans
from tui_reader.search.matches.spans import field_spans, sought_in
from tui_reader.search.matches.spelled import spelled_spans
from tui_reader.search.matching import Matcher
from tui_reader.search.newest import NewestFirst
from tui_reader.search.parts import Parts
from tui_reader.search.ranking import Ranking
from tui_reader.search.results import Results, Why
from tui_reader.search.scanning import Holding, Scanned, ScannedPostings
from tui_reader.search.similar import Similar
from tui_reader.search.sort import Sort
from tui_reader.search.sorting import OF_RANKS, OF_STATES, order

Cancel = Callable[[], bool]
Ordering = tuple[Sort, bool]


class Index:
    """Titles, authors, tags and notes are searched at once, abstracts after `add_abstracts`:
    till then papers `holding` what is typed are looked for, if there is a way to.

    Papers are told by their position in `papers`. Searching is safe from any thread while
    abstracts are added or papers updated in another.
    """

    def __init__(
        self,
        papers: Sequence[Paper],
        state_of: StateOf,
        *,
        parts: Parts | None = None,
        touched: Iterable[int] | None = None,
        position_of: Callable[[str], int | None] | None = None,
        abstracts: bool = True,
        holding: Holding | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        """`parts` are what `build_titles` makes of the papers, `touched` the positions of those
        with a state; `position_of` tells that of an id. They are found out where not given.
        """
        self._state_of = state_of
        self._today = today
        parts = parts or build_titles(papers)
        touched = range(len(papers)) if touched is None else touched
        self._corpus = Corpus(papers, parts, state_of, touched, position_of)
        self._similar = Similar(self._corpus)
        self._memory = Memory(len(papers))
        self._orders: dict[Ordering, array[int]] = {}
        self._vocabulary: Vocabulary | None = None
        self._selected: frozenset[str] = frozenset()
        self._scanned = Scanned(papers, holding) if holding else None
        self._newest = NewestFirst(self._corpus.facts.dates.each(str))
        if abstracts:
            self.add_abstracts()

    @property
    def papers(self) -> Sequence[Paper]:
        return self._corpus.papers

    @property
    def vocabulary(self) -> Vocabulary:
        """Tags, authors, categories and documents, for completion."""
        if self._vocabulary is None:
            self._vocabulary = Vocabulary(
                {
                    "author": self._corpus.author_names,
                    "category": lambda: most_frequent_first(self._corpus.categories()),
                    "document": lambda: most_frequent_first(self._corpus.documents()),
                    "tag": lambda: most_frequent_first(self._corpus.tags()),
                }
            )
        return self._vocabulary

    @property
    def has_abstracts(self) -> bool:
        return "abstract" in self._corpus.postings

    def add_abstracts(self, parts: Parts | None = None) -> None:
        """Makes abstracts searchable too; `parts` are what `build_abstracts` makes of the papers.

        May be called again, with the same parts in another place.
        """
        self._corpus.add_abstracts(parts or build_abstracts(self._corpus.papers))
        self._scanned = None
        self._vocabulary = None
        self._forget()

    def search(
        self,
        text: str,
        *,
        sort: Sort | None = None,
        reverse: bool = False,
        limit: int | None = None,
        cancelled: Cancel | None = None,
        abstracts: bool = True,
        selected: Collection[str] = (),
    ) -> Results:
        """`abstracts` False answers from titles, authors, tags and notes only, for a first look.

        `selected` are the ids `is:selected` finds. Raises Cancelled once `cancelled` says so.
        """
        query = parse(text, self._today())
        if self._selected != frozenset(selected):
            self._selected = frozenset(selected)
            self._forget()
        engine = self._engine(cancelled, abstracts)
        answer = engine.answer(query.terms) if query.terms else self._all()
        exact, similar = answer.exact, answer.similar
        if not query.terms or sort not in (None, Sort.RELEVANCE) or reverse:
            exact = self._sorted(exact, sort, reverse)
            similar = self._sorted(similar, sort, reverse)
        why = Why(
            state_of=self._state_of,
            score_of=answer.ranking.score,
            explain=lambda: self._explain(query, abstracts),
            spans=partial(field_spans, query, answer.near),
            commands=lambda text, field: command_spans(text, sought_in(query, field)),
            spelled=lambda title: spelled_spans(title, tuple(query.sought())),
        )
        return Results(query, self._corpus.papers, exact, similar, why, limit)

    def update(self, papers: Iterable[Paper]) -> None:
        """Takes in what the reader made of these papers since; strangers are ignored."""
        for paper in papers:
            position = self._corpus.position_of(paper.id)
            if position is not None:
                self._corpus.set_state(position, self._state_of(paper))
        self._forget()
        self._orders = _without_states(self._orders)
        self._vocabulary = None

    def orders_at_once(self, sort: Sort) -> bool:
        """Whether what this order goes by is there: of titles and authors it is made with the
        abstracts, or when it is first asked for."""
        return self._corpus.has_ranks or sort not in OF_RANKS

    def order(self, sort: Sort, reverse: bool = False) -> "array[int]":
        """All positions in this order, kept until something changes."""
        key = (sort, reverse)
        if key not in self._orders:
            self._orders[key] = order(self._corpus, sort, reverse)
        return self._orders[key]

    def _forget(self) -> None:
        self._memory = Memory(len(self._corpus))
        self._similar.forget()

    def _engine(self, cancelled: Cancel | None, abstracts: bool) -> Engine:
        def check() -> None:
            if cancelled is not None and cancelled():
                raise Cancelled

        corpus, memory, scanned = self._corpus, self._memory, self._scanned
        if abstracts and scanned is not None:
            # Of its own: what a first letter finds is not all that the word can find.
            memory = Memory(len(corpus))
            corpus = corpus.scanning(scanned, ScannedPostings(scanned, check))
        matcher = Matcher(corpus, self._selected, check)
        return Engine(corpus, self._similar, matcher, memory, self._newest, abstracts)

    def _all(self) -> Answer:
        everything = array("I", range(len(self._corpus)))
        return Answer(everything, array("I"), Ranking(self._corpus, (), (), self._newest))

    def _sorted(self, positions: "array[int]", sort: Sort | None, reverse: bool) -> "array[int]":
        if len(positions) == 0:
            return positions
        if sort in (None, Sort.RELEVANCE) and len(positions) < len(self._corpus):
            return positions[::-1] if reverse else positions
        places = self.order(sort or Sort.DATE, reverse)
        if len(positions) == len(self._corpus):
            return places
        wanted = bytearray(len(self._corpus))
        for position in positions:
            wanted[position] = 1
        return array("I", (place for place in places if wanted[place]))

    def _explain(self, query: Query, abstracts: bool) -> Explanation:
        """Asked for when results are shown, when the next search may have cancelled theirs."""
        return explain(self._corpus.papers, query, self._engine(None, abstracts))


def _without_states(orders: Mapping[Ordering, "array[int]"]) -> "dict[Ordering, array[int]]":
    """The orders that do not depend on what the reader did."""
    return {key: places for key, places in orders.items() if key[0] not in OF_STATES}
