"""What a query is made of. Nodes are immutable and hashable, so answers to them can be kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

# Fields whose words are looked up; those of plain text come first, best first.
PLAIN_FIELDS = ("title", "author", "tag", "note", "abstract")
WORD_FIELDS = (*PLAIN_FIELDS, "category", "document")
DATE_FIELDS = ("year", "date", "read", "added")
NUMBER_FIELDS = ("score", "progress")
FIELDS = (*WORD_FIELDS, "status", *DATE_FIELDS, *NUMBER_FIELDS, "is", "has")


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word that begins a word of the paper; `field` empty: any plain field."""

    word: str
    field: str = ""
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Whole words in this order, side by side; an open one may end within a word."""

    words: tuple[str, ...]
    field: str = ""
    open: bool = False
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Between:
    """A date (ISO), time or number from `low` to `high`, both included; empty is no bound."""

    field: str
    low: str | float | None
    high: str | float | None
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Is:
    """`is:starred`, `has:code`, `status:read`; several values where one may still be typed."""

    field: str
    values: tuple[str, ...]
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Not:
    node: "Node"
    raw: str = ""


@dataclass(frozen=True, slots=True)
class And:
    nodes: tuple["Node", ...]
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Or:
    nodes: tuple["Node", ...]
    raw: str = ""


Node: TypeAlias = Word | Phrase | Between | Is | Not | And | Or


@dataclass(frozen=True, slots=True)
class Query:
    """`terms` are ANDed; `hints` say in one line each what was not understood."""

    text: str
    terms: tuple[Node, ...] = ()
    hints: tuple[str, ...] = ()

    @property
    def ranks(self) -> bool:
        """Whether some papers answer it better than others; filters alone do not."""
        return any(self.sought())

    @property
    def has_words(self) -> bool:
        """Whether any text is asked for, to be there or not."""
        return any(map(_has_words, self.terms))

    def sought(self) -> Iterator[Word | Phrase]:
        """The words and phrases whose places are shown: all but those that are excluded."""
        for term in self.terms:
            yield from _sought(term)


def _sought(node: Node) -> Iterator[Word | Phrase]:
    if isinstance(node, Word | Phrase):
        yield node
    elif isinstance(node, And | Or):
        for child in node.nodes:
            yield from _sought(child)


def _has_words(node: Node) -> bool:
    if isinstance(node, Not):
        return _has_words(node.node)
    if isinstance(node, And | Or):
        return any(map(_has_words, node.nodes))
    return isinstance(node, Word | Phrase)
