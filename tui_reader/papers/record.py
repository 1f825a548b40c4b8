"""A paper as one document tells it, and what goes with it."""

from collections.abc import Mapping
from typing import NamedTuple

from tui_reader.papers.keys import keys_of, own_text
from tui_reader.papers.state import ReadingState


class Record(NamedTuple):
    """Texts are as in the document; an absent one is empty.

    `date` is ISO (`2024-10-31`, or shorter where only year or month is known),
    `confidence` (0-1) that of the least certain guess, 1 where nothing was guessed.
    `key` is empty until `keyed` finds it; from then on it stays, whatever is corrected.
    `lesser_keys` are those it would have if less of it were known, as it once may have been,
    and those it had in older versions of its document.
    """

    document: str
    line: int
    document_id: str = ""
    key: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    et_al: bool = False
    affiliations: tuple[str, ...] = ()
    abstract: str = ""
    category: str = ""
    date: str = ""
    date_inferred: bool = False
    score: float | None = None
    has_code: bool = False
    identifiers: Mapping[str, str] = {}
    urls: tuple[str, ...] = ()
    confidence: float = 1.0
    needs_review: bool = False
    lesser_keys: tuple[str, ...] = ()


def keyed(record: Record) -> Record:
    """The record with the key that its strongest identifier or its texts give it."""
    text = own_text(record.title, record.authors, record.abstract)
    key, lesser = keys_of(record.identifiers, text or f"{record.document}:{record.line}")
    return record._replace(key=key, lesser_keys=lesser)


class Problem(NamedTuple):
    """Something an importer could not read or had to guess, with its place (line 0: the whole)."""

    document: str
    line: int
    reason: str

    def __str__(self) -> str:
        place = f", line {self.line}" if self.line else ""
        return f"{self.document}{place}: {self.reason}"


class Profile(NamedTuple):
    """The head of an author page; percentages and counts as shown, None where absent."""

    name: str
    category: str = ""
    h_index: int | None = None
    papers: int | None = None
    citations: int | None = None
    novelty: int | None = None
    ai_score: int | None = None


class Reading(NamedTuple):
    """All that one document told.

    `states` holds, by record key, what a document tells of its reader's own data (only JSON
    does); `ignored` counts by name the fields nothing was made of, `unread` the items that
    could not be read at all.
    """

    document: str
    format: str
    records: tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()
    profiles: tuple[Profile, ...] = ()
    states: Mapping[str, ReadingState] = {}
    ignored: Mapping[str, int] = {}
    unread: int = 0
