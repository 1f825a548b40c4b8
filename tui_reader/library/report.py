"""What an import did, for the reader to see."""

from dataclasses import dataclass, field

from tui_reader.papers import Problem, Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReport:
    """`outcome` is new, updated (a newer version of its path), unchanged or skipped."""

    name: str
    outcome: str
    reason: str = ""
    format: str = ""
    records: int = 0
    doubtful: int = 0
    problems: tuple[Problem, ...] = ()
    profiles: tuple[Profile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Counts are papers, but for `merged`, `unchanged` and `doubtful`, which are records.

    `merged` records joined a paper that another record had told already, `updated`
    papers were there and gained something, `proposed` pairs await a decision.
    """

    documents: tuple[DocumentReport, ...] = ()
    new: int = 0
    merged: int = 0
    updated: int = 0
    unchanged: int = 0
    proposed: int = 0
    papers: tuple[str, ...] = field(default=())

    @property
    def doubtful(self) -> int:
        return sum(document.doubtful for document in self.documents)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for document in self.documents for problem in document.problems)

    @property
    def skipped(self) -> tuple[DocumentReport, ...]:
        return tuple(document for document in self.documents if document.outcome == "skipped")
