"""Answers to a query: positions of papers, and on demand why each is there."""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol, overload

from tui_reader.latex import display
from tui_reader.papers import Paper, ReadingState
from tui_reader.search.explanation import Explanation
from tui_reader.search.matches.span import Spans

# Display fields and the query fields that look into them.
_LOOKS_INTO = {
    "title": "title",
    "authors": "author",
    "abstract": "abstract",
    "note": "note",
    "tags": "tag",
}


class Asked(Protocol):
    """A query, which is parsed by what a screen without a search never loads."""

    @property
    def text(self) -> str: ...
    @property
    def hints(self) -> tuple[str, ...]: ...
    @property
    def terms(self) -> Sequence[object]: ...
    @property
    def ranks(self) -> bool: ...
    @property
    def has_words(self) -> bool: ...


class Hit(NamedTuple):
    """`score` is about 0 to 1 and compares only within one search; `spans` by field."""

    paper: Paper
    score: float
    spans: Mapping[str, Spans]

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(self.spans)


class Why(NamedTuple):
    """What Results needs to tell why a paper is among them.

    `spans` looks into a display text as into a field of the query, `commands` into an original
    text that has LaTeX, `spelled` into a title.
    """

    state_of: Callable[[Paper], ReadingState]
    score_of: Callable[[int], float]
    explain: Callable[[], Explanation]
    spans: Callable[[str, str], Spans]
    commands: Callable[[str, str], Spans]
    spelled: Callable[[str], Spans]


class Results:
    """`positions` point into the papers searched: `exact` exact ones first, then `similar` ones."""

    def __init__(
        self,
        query: Asked,
        papers: Sequence[Paper],
        exact: "array[int]",
        similar: "array[int]",
        why: Why,
        limit: int | None = None,
    ) -> None:
        self.query = query
        self.exact = len(exact)
        self.similar = len(similar)
        self.positions: array[int] = (exact + similar)[:limit]
        self.hints = query.hints
        self._papers = papers
        self._why = why

    def __len__(self) -> int:
        return len(self.positions)

    @property
    def hits(self) -> "Hits":
        """Made as they are asked for."""
        return Hits(self)

    def hit(self, position: int) -> Hit:
        paper = self._papers[position]
        return Hit(paper, self._why.score_of(position), self.spans(paper))

    def spans(self, paper: Paper) -> Mapping[str, Spans]:
        """Display field -> where it matches; only fields that match.

        Fields are title, authors and tags (joined by ", "), abstract and note, spans are code
        points of the display text. Works for papers that are no hit as well.
        """
        return FieldSpans(self, paper)

    def text(self, paper: Paper, field: str) -> str:
        """The original text that is shown as this display field."""
        if field == "title":
            return paper.title
        if field == "authors":
            return ", ".join(paper.authors)
        if field == "abstract":
            return paper.abstract
        state = self._why.state_of(paper)
        return ", ".join(state.tags) if field == "tags" else state.note

    def spelled(self, paper: Paper) -> Spans:
        """Why a similar title is there that has no word like the one typed."""
        return self._why.spelled(display(paper.title))

    def spans_of(self, text: str, field: str) -> Spans:
        """Matches in any original text shown as this field, another abstract for example."""
        asked = _LOOKS_INTO[field]
        spans = self._why.spans(display(text), asked)
        return spans if spans or "\\" not in text else self._why.commands(text, asked)

    def explain(self) -> Explanation:
        """Why nothing was found, term by term."""
        return self._why.explain()


class FieldSpans(Mapping[str, Spans]):
    """Each field is looked into when asked for: a row of the list needs no abstract."""

    def __init__(self, results: Results, paper: Paper) -> None:
        self._results = results
        self._paper = paper
        self._found: dict[str, Spans] = {}

    def __getitem__(self, field: str) -> Spans:
        spans = self._of(field)
        if not spans and field == "title" and self._results.similar and not self._has_words():
            spans = self._results.spelled(self._paper)
        if not spans:
            raise KeyError(field)
        return spans

    def __iter__(self) -> Iterator[str]:
        return (field for field in _LOOKS_INTO if field in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _has_words(self) -> bool:
        """Initials say nothing where a word was found elsewhere."""
        return any(map(self._of, _LOOKS_INTO))

    def _of(self, field: str) -> Spans:
        if field not in self._found:
            text = self._results.text(self._paper, field)
            self._found[field] = self._results.spans_of(text, field)
        return self._found[field]


class Hits(Sequence[Hit]):
    def __init__(self, results: Results) -> None:
        self._results = results

    def __len__(self) -> int:
        return len(self._results)

    @overload
    def __getitem__(self, place: int) -> Hit: ...
    @overload
    def __getitem__(self, place: slice) -> list[Hit]: ...
    def __getitem__(self, place: int | slice) -> Hit | list[Hit]:
        positions = self._results.positions
        if isinstance(place, slice):
            return [self._results.hit(position) for position in positions[place]]
        return self._results.hit(positions[place])
