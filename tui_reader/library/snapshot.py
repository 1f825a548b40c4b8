"""What a library holds at one moment; never changed, only replaced."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from tui_reader.library.paper_store import PaperStore
from tui_reader.papers import Paper, Problem, Profile
from tui_reader.papers.proposal import Proposal


class DocumentInfo(NamedTuple):
    """A document and what it told. Times are UTC milliseconds, `as_of` is ISO."""

    id: str
    name: str
    path: str
    format: str
    as_of: str
    imported_at: int
    removed_at: int | None
    purged: bool
    seed: bool
    records: int = 0
    profiles: tuple[Profile, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def title(self) -> str:
        """Its own name where it has one (an author page), else the file's."""
        return self.profiles[0].name if self.profiles else self.name


class Snapshot(NamedTuple):
    """`papers` are newest first, then by title; `version` grows with every replacement."""

    papers: PaperStore
    documents: tuple[DocumentInfo, ...] = ()
    version: int = 0
    signature: str = ""
    proposals: tuple[Proposal, ...] = ()
    titles: Mapping[str, str] = MappingProxyType({})

    def find(self, key: str) -> Paper | None:
        """The paper that has this key, of itself or of one of its records."""
        position = self.papers.position(key)
        return None if position is None else self.papers[position]

    def document_title(self, document_id: str) -> str:
        return self.titles.get(document_id, "")
