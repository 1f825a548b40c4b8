"""Why nothing was found: each term alone, the nearest known word, and what one term costs."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tui_reader.papers import Paper


@dataclass(frozen=True, slots=True)
class Term:
    """`near` is the nearest known word where the term itself finds nothing."""

    text: str
    count: int
    near: str = ""
    near_count: int = 0


@dataclass(frozen=True, slots=True)
class Explanation:
    """`without` is the term whose absence leaves `remaining` papers, `first` the best of them."""

    terms: Sequence[Term] = field(default_factory=tuple)
    without: str = ""
    remaining: int = 0
    first: Paper | None = None
