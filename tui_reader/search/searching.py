"""What a search index offers to those who hold one.

The index itself, with rapidfuzz and all that parses queries, is loaded when it is first made.
"""

from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Protocol

from tui_reader.papers import Paper
from tui_reader.search.language.vocabulary import Vocabulary
from tui_reader.search.parts import Parts
from tui_reader.search.results import Results
from tui_reader.search.sort import Sort


class Searching(Protocol):
    """See `index.Index`."""

    @property
    def papers(self) -> Sequence[Paper]: ...

    @property
    def vocabulary(self) -> Vocabulary: ...

    @property
    def has_abstracts(self) -> bool: ...

    def search(
        self,
        text: str,
        *,
        sort: Sort | None = None,
        reverse: bool = False,
        limit: int | None = None,
        cancelled: Callable[[], bool] | None = None,
        abstracts: bool = True,
        selected: Collection[str] = (),
    ) -> Results: ...

    def update(self, papers: Iterable[Paper]) -> None: ...

    def orders_at_once(self, sort: Sort) -> bool: ...

    def order(self, sort: Sort, reverse: bool = False) -> "array[int]": ...

    def add_abstracts(self, parts: Parts | None = None) -> None: ...
