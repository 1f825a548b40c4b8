"""The papers on disk: f(documents, decisions, corrections), rebuilt whenever it does not fit."""

import hashlib
import io
import json
import mmap
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from tui_reader import __version__
from tui_reader.importers import evidence_of, reconsider
from tui_reader.library.choices import Correction
from tui_reader.library.documents import Entry
from tui_reader.library.errors import CannotSave
from tui_reader.library.paper_store import DamagedStore, PaperStore, write_store
from tui_reader.library.readings import IMPORTERS_VERSION
from tui_reader.library.safe_files import write_atomically
from tui_reader.library.snapshot import DocumentInfo, Snapshot
from tui_reader.papers import Decisions, Paper, Problem, Profile, Reading, Record
from tui_reader.papers.merging import Merged, merge
from tui_reader.papers.proposals import Proposal

# Raised whenever the same documents would make other papers than before.
FORMAT = f"{__version__}/{IMPORTERS_VERSION}/1"


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that the papers depend on."""

    entries: Mapping[str, Entry]
    corrections: Mapping[str, Correction]
    decisions: Decisions

    @property
    def present(self) -> list[Entry]:
        return [entry for entry in self.entries.values() if entry.present]

    @property
    def signature(self) -> str:
        parts = (
            FORMAT,
            [(e.id, e.name, e.as_of, e.format, e.imported_at) for e in self.present],
            sorted((key, c.title, c.authors) for key, c in self.corrections.items()),
            sorted(sorted(pair) for pair in self.decisions.same),
            sorted(sorted(pair) for pair in self.decisions.different),
        )
        return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()


class Catalogue:
    """`catalogue/papers` and `catalogue/readings/`; deleting them loses nothing."""

    def __init__(self, directory: Path | None, reading_of: Callable[[Entry], Reading]) -> None:
        """In memory when `directory` is None; `reading_of` gives what a document told by itself."""
        self._path = directory / "papers" if directory else None
        self._reading_of = reading_of

    def snapshot(self, inputs: Inputs, version: int) -> Snapshot:
        """From the file if it was made from these inputs, else made anew and kept."""
        papers = self._load(inputs.signature) or self._rebuild(inputs)
        told: dict[str, Any] = papers.extra["documents"]
        documents = tuple(_info(entry, told.get(entry.id)) for entry in inputs.entries.values())
        return Snapshot(
            papers=papers,
            documents=documents,
            version=version,
            signature=inputs.signature,
            proposals=tuple(Proposal(*proposal) for proposal in papers.extra["proposals"]),
            titles={document.id: document.title for document in documents},
        )

    def _load(self, signature: str) -> PaperStore | None:
        if self._path is None:
            return None
        try:
            with self._path.open("rb") as file:
                papers = PaperStore(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except (OSError, ValueError, DamagedStore):
            return None
        return papers if papers.extra.get("signature") == signature else None

    def _rebuild(self, inputs: Inputs) -> PaperStore:
        first = {entry.id: self._reading_of(entry) for entry in inputs.present}
        readings = reconsidered(first)
        merged = merged_of(readings.values(), inputs)
        extra = {
            "signature": inputs.signature,
            "documents": {id_: _told(reading) for id_, reading in readings.items()},
            "proposals": [(p.first, p.second, p.reason) for p in merged.proposals],
        }
        file = io.BytesIO()
        write_store(file, _dated(merged.papers, inputs.entries), extra)
        self._keep(file.getvalue())
        return PaperStore(file.getvalue())

    def _keep(self, data: bytes) -> None:
        """Where that cannot be done, the papers are only made anew at the next start."""
        if self._path is not None:
            with suppress(CannotSave):
                write_atomically(self._path, data)


def reconsidered(first: Mapping[str, Reading]) -> dict[str, Reading]:
    """The readings with what was marked for review judged on the evidence of all."""
    evidence = evidence_of(first.values())
    return {id_: reconsider(reading, evidence) for id_, reading in first.items()}


def merged_of(readings: Iterable[Reading], inputs: Inputs) -> Merged:
    """The papers that the readings tell of, as the reader corrected and decided them."""
    records = [
        corrected(record, inputs.corrections.get(record.key))
        for reading in readings
        for record in reading.records
    ]
    return merge(records, inputs.decisions)


def corrected(record: Record, correction: Correction | None) -> Record:
    """The record with the reader's title and authors, under the key it had."""
    if correction is None:
        return record
    return replace(
        record,
        title=correction.title,
        authors=tuple(correction.authors),
        confidence=1.0,
        needs_review=False,
    )


def _dated(papers: Iterable[Paper], entries: Mapping[str, Entry]) -> Iterator[Paper]:
    """Each paper with the time its first document came."""
    for paper in papers:
        times = (entries[source.document_id].imported_at for source in paper.sources)
        yield replace(paper, added_at=min(times))


def _told(reading: Reading) -> dict[str, Any]:
    return {
        "format": reading.format,
        "records": len(reading.records),
        "profiles": [asdict(profile) for profile in reading.profiles],
        "problems": [(problem.line, problem.reason) for problem in reading.problems],
    }


def _info(entry: Entry, told: Mapping[str, Any] | None) -> DocumentInfo:
    told = told or {"format": entry.format, "records": 0, "profiles": [], "problems": []}
    facts = {**asdict(entry), "format": told["format"]}
    return DocumentInfo(
        **facts,
        records=told["records"],
        profiles=tuple(Profile(**profile) for profile in told["profiles"]),
        problems=tuple(Problem(entry.name, line, reason) for line, reason in told["problems"]),
    )
