"""What an import did, for the reader to see."""

from collections.abc import Mapping
from typing import NamedTuple

from tui_reader.papers import Problem, Profile, Reading, ReadingState

STATE_FIELDS = frozenset(ReadingState._fields)


class DocumentReport(NamedTuple):
    """`outcome` is new, updated (a newer version of its path), unchanged or skipped.

    `ignored` counts by name the fields that nothing was made of, `unread` the items that
    could not be read at all.
    """

    name: str
    outcome: str
    reason: str = ""
    format: str = ""
    records: int = 0
    doubtful: int = 0
    problems: tuple[Problem, ...] = ()
    profiles: tuple[Profile, ...] = ()
    ignored: Mapping[str, int] = {}
    unread: int = 0


class Arrived:
    """What came into a library so far; the readings are taken away to make papers of them."""

    def __init__(self) -> None:
        self.reports: list[DocumentReport] = []
        self.names: list[str] = []
        self.keys: list[str] = []
        self.states: dict[str, ReadingState] = {}
        self.readings: dict[str, Reading] = {}

    def take(self, id_: str, name: str, reading: Reading) -> None:
        self.names.append(name)
        self.keys += [record.key for record in reading.records]
        self.states.update(reading.states)
        self.readings[id_] = reading


class Report(NamedTuple):
    """Counts are papers, but for `merged`, `unchanged` and `doubtful`, which are records.

    `merged` records joined a paper that another record had told already, `updated`
    papers were there and gained something, `proposed` pairs await a decision. `papers`
    are the ids of the new ones; `states` papers took status, tags and notes from the documents.
    """

    documents: tuple[DocumentReport, ...] = ()
    new: int = 0
    merged: int = 0
    updated: int = 0
    unchanged: int = 0
    proposed: int = 0
    papers: tuple[str, ...] = ()
    states: int = 0

    def with_states(self, count: int) -> "Report":
        """After the documents' states were taken: these fields were not left out."""
        documents = tuple(
            d._replace(ignored={k: n for k, n in d.ignored.items() if k not in STATE_FIELDS})
            for d in self.documents
        )
        return self._replace(documents=documents, states=count)

    @property
    def doubtful(self) -> int:
        return sum(document.doubtful for document in self.documents)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for document in self.documents for problem in document.problems)

    @property
    def skipped(self) -> tuple[DocumentReport, ...]:
        return tuple(document for document in self.documents if document.outcome == "skipped")
