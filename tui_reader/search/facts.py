"""What filters and orders ask of every paper, so that they decode none."""

from array import array
from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

from tui_reader.papers import Paper
from tui_reader.search.folding import fold
from tui_reader.search.parts import Parts, from_numbers, from_values, to_values

Value = TypeVar("Value")
Key = TypeVar("Key")
_LAST = "\U0010ffff"
_BYTE = 256
_IDENTIFIER_LINKS = ("doi", "arxiv", "pmid", "pmcid", "url")

_TRAITS = (
    *("is:doubtful", "is:proposed", "has:title", "has:abstract", "has:author", "has:code"),
    *("has:date", "has:score", "has:url"),
)


class Column(Generic[Value]):
    """A value of every paper. Few are different, and each of these is looked at once."""

    def __init__(self, parts: Parts, name: str) -> None:
        self.values: list[Value] = to_values(parts[f"{name}.values"])
        codes = parts[f"{name}.codes"]
        self._codes = codes if len(self.values) <= _BYTE else codes.cast("I")

    def each(self, key: Callable[[Value], Key]) -> list[Key]:
        """A key of every paper."""
        table = [key(value) for value in self.values]
        return [table[code] for code in self._codes]

    def flags(self, quality_of: Callable[[Value], int]) -> bytes:
        """A byte of every paper."""
        table = bytes(map(quality_of, self.values))
        if len(table) <= _BYTE:
            return bytes(self._codes).translate(table.ljust(_BYTE, b"\0"))
        return bytes([table[code] for code in self._codes])


class Facts:
    def __init__(self, parts: Parts) -> None:
        self.traits: Column[list[str]] = Column(parts, "traits")
        self.dates: Column[str] = Column(parts, "date")
        self.categories: Column[str] = Column(parts, "category")
        self.documents: Column[list[str]] = Column(parts, "documents")
        self.added: Column[int] = Column(parts, "added")
        self.scores: Column[float | None] = Column(parts, "score")
        # Places among all in the order of titles and of the first authors' family names.
        self.title_ranks = parts["title.ranks"].cast("I")
        self.author_ranks = parts["author.ranks"].cast("I")


class FactsBuilder:
    """Takes papers in one after the other."""

    def __init__(self) -> None:
        self._columns: dict[str, list[Hashable]] = {name: [] for name in _KEPT}
        self._adders = [column.append for column in self._columns.values()]
        self._known: dict[tuple[object, ...], tuple[object, ...]] = {}
        self._titles: list[str] = []
        self._names: list[str] = []

    def append(self, paper: Paper) -> None:
        kind, date, category, documents, added, score = self._adders
        kind(self._once(_kind(paper)))
        date(paper.date)
        category(paper.category)
        documents(self._once(tuple([source.document for source in paper.sources])))
        added(paper.added_at)
        score(paper.score)
        self._titles.append(fold(paper.title) or _LAST)
        self._names.append(_family_name(paper))

    def _once(self, value: tuple[object, ...]) -> tuple[object, ...]:
        """The first that was equal: a hundred thousand tuples keep the garbage collector busy."""
        return self._known.setdefault(value, value)

    def to_parts(self) -> dict[str, bytes | memoryview]:
        parts: dict[str, bytes | memoryview] = {
            "title.ranks": from_numbers(_codes(self._titles, sorted(set(self._titles)))),
            "author.ranks": from_numbers(_codes(self._names, sorted(set(self._names)))),
        }
        for name, column in self._columns.items():
            values = list(dict.fromkeys(column))
            codes = _codes(column, values)
            parts[f"{name}.values"] = from_values(list(map(_KEPT[name], values)))
            parts[f"{name}.codes"] = (
                bytes(codes.tolist()) if len(values) <= _BYTE else from_numbers(codes)
            )
        return parts


def _kind(paper: Paper) -> tuple[object, ...]:
    """All that yes-or-no filters ask: the truth of each of `_TRAITS`, kinds of identifiers."""
    return (
        paper.needs_review,
        bool(paper.proposed),
        bool(paper.title),
        bool(paper.abstracts),
        bool(paper.authors),
        paper.has_code,
        bool(paper.date),
        paper.score is not None,
        bool(paper.urls),
        *paper.identifiers,
    )


def _traits(kind: Sequence[object]) -> list[str]:
    """The names of filters that let such a paper pass."""
    found = {name for name, holds in zip(_TRAITS, kind, strict=False) if holds}
    if "has:title" not in found:
        found.add("is:untitled")
    identifiers = set(kind[len(_TRAITS) :])
    if "has:url" in found or identifiers.intersection(_IDENTIFIER_LINKS):
        found.add("has:link")
    return sorted(found | {f"has:{name}" for name in identifiers})


# Column -> what of each value is kept.
_KEPT: dict[str, Callable[[Any], object]] = {
    "traits": _traits,
    "date": str,
    "category": str,
    "documents": lambda names: list(dict.fromkeys(names)),
    "added": int,
    "score": lambda score: score,
}


def _family_name(paper: Paper) -> str:
    return fold(paper.authors[0]).rpartition(" ")[2] if paper.authors else _LAST


def _codes(column: Sequence[Hashable], values: Sequence[Hashable]) -> "array[int]":
    """The place among `values` of each value of the column."""
    places = {value: place for place, value in enumerate(values)}
    return array("I", map(places.__getitem__, column))
