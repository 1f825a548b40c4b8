"""What filters and orders ask of every paper, so that they decode none."""

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from tui_reader.papers import Paper, Source
from tui_reader.search.parts import Parts, Raw, from_numbers, from_values, to_values

Value = TypeVar("Value")
Key = TypeVar("Key")
_BYTE = 256
_IDENTIFIER_LINKS = frozenset({"doi", "arxiv", "pmid", "pmcid", "url"})

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


class FactsBuilder:
    """Takes papers in one run after the other."""

    def __init__(self) -> None:
        self._columns = {name: (_Codes(), array("I")) for name in _KEPT}

    def extend(self, papers: Sequence[Paper]) -> None:
        of = dict(zip(Paper._fields, zip(*papers, strict=True), strict=True))
        columns: dict[str, Iterable[Hashable]] = {
            "traits": _kinds(of),
            "date": of["date"],
            "category": of["category"],
            "documents": map(_documents, of["sources"]),
            "added": of["added_at"],
            "score": of["score"],
        }
        for name, values in columns.items():
            codes, numbers = self._columns[name]
            numbers.extend(map(codes.__getitem__, values))

    def to_parts(self) -> Raw:
        parts: dict[str, bytes | memoryview] = {}
        for name, (codes, numbers) in self._columns.items():
            parts[f"{name}.values"] = from_values(list(map(_KEPT[name], codes)))
            parts[f"{name}.codes"] = (
                bytes(numbers.tolist()) if len(codes) <= _BYTE else from_numbers(numbers)
            )
        return parts


class _Codes(dict[Hashable, int]):
    """A number for each value that is asked for, in the order in which they come first."""

    def __missing__(self, value: Hashable) -> int:
        self[value] = number = len(self)
        return number


def _kinds(of: Mapping[str, tuple[Any, ...]]) -> Iterator[tuple[object, ...]]:
    """All that yes-or-no filters ask of each paper: the truth of each of `_TRAITS`, kinds of
    identifiers."""
    return zip(
        of["needs_review"],
        map(bool, of["proposed"]),
        map(bool, of["title"]),
        map(bool, of["abstracts"]),
        map(bool, of["authors"]),
        of["has_code"],
        map(bool, of["date"]),
        [score is not None for score in of["score"]],
        map(bool, of["urls"]),
        map(tuple, of["identifiers"]),
        strict=True,
    )


def _documents(sources: Sequence[Source]) -> tuple[str, ...]:
    return tuple([source.document for source in sources])


def _traits(kind: tuple[Any, ...]) -> list[str]:
    """The names of filters that let such a paper pass."""
    *holding, identifiers = kind
    found = {name for name, holds in zip(_TRAITS, holding, strict=True) if holds}
    if "has:title" not in found:
        found.add("is:untitled")
    if "has:url" in found or not _IDENTIFIER_LINKS.isdisjoint(identifiers):
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
