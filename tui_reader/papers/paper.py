"""One work, after its records were merged."""

from collections.abc import Mapping
from typing import NamedTuple


class Source(NamedTuple):
    """Where one record of a paper came from."""

    document: str
    line: int
    key: str
    document_id: str = ""


class Paper(NamedTuple):
    """Facts only; what the reader made of it is its `ReadingState`.

    `id` is the smallest of `aliases`, all keys that its records have or had. `abstracts` holds
    every variant, the best one (`abstract`) first; `proposed` the ids of papers
    that may be the same work; `shown` has its texts with LaTeX as they are displayed,
    where the catalogue has them, so that a screen full of papers converts none.
    """

    id: str
    aliases: tuple[str, ...]
    sources: tuple[Source, ...]
    title: str = ""
    authors: tuple[str, ...] = ()
    et_al: bool = False
    affiliations: tuple[str, ...] = ()
    abstracts: tuple[str, ...] = ()
    category: str = ""
    date: str = ""
    date_inferred: bool = False
    score: float | None = None
    has_code: bool = False
    identifiers: Mapping[str, str] = {}
    urls: tuple[str, ...] = ()
    confidence: float = 1.0
    needs_review: bool = False
    proposed: tuple[str, ...] = ()
    added_at: int = 0
    shown: Mapping[str, str] = {}

    @property
    def abstract(self) -> str:
        return self.abstracts[0] if self.abstracts else ""

    @property
    def documents(self) -> tuple[str, ...]:
        """File names of its documents, each once, in the order of `sources`."""
        return tuple(dict.fromkeys(source.document for source in self.sources))
