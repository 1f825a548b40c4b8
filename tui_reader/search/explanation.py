"""Why nothing was found: each term alone, the nearest known word, and what one term costs."""

from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.papers import Paper


class Term(NamedTuple):
    """`near` is the nearest known word where the term itself finds nothing."""

    text: str
    papers: int
    near: str = ""
    near_papers: int = 0


class Explanation(NamedTuple):
    """`without` is the term whose absence leaves `remaining` papers, `first` the best of them."""

    terms: Sequence[Term] = ()
    without: str = ""
    remaining: int = 0
    first: Paper | None = None
