"""Bringing documents into a library, and saying what that did."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tui_reader.importers import Document, UnreadableDocument, read
from tui_reader.library.document_files import document_id
from tui_reader.library.documents import Entry
from tui_reader.library.report import DocumentReport, Report
from tui_reader.library.snapshot import Snapshot
from tui_reader.papers import Paper, Reading

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Incoming:
    """What became of one document; without a reading it does not enter the library."""

    report: DocumentReport
    document: Document | None = None
    reading: Reading | None = None


def documents_at(paths: Iterable[Path], as_of: date) -> Iterator[Document | DocumentReport]:
    """Each file, and each file below a folder; what cannot be opened is reported as skipped."""
    for path in paths:
        try:
            files = sorted(_files_below(path)) if path.is_dir() else [path]
        except OSError as error:
            yield skipped(str(path), error.strerror or str(error))
            continue
        if not files:
            yield skipped(str(path), "an empty folder")
        for file in files:
            try:
                data = file.read_bytes() if file.is_file() else None
            except OSError as error:
                yield skipped(str(file), error.strerror or str(error))
                continue
            if data is None:
                reason = "not a file" if file.exists() else "no such file"
                yield skipped(str(file), reason)
                continue
            yield document_of(file.name, data, as_of, str(file.absolute()))


def _files_below(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden:
            yield path


def document_of(name: str, data: bytes, as_of: date, path: str = "") -> Document:
    return Document(name=name, data=data, as_of=as_of, id=document_id(data), path=path)


def entry_of(document: Document, *, format: str, now: int, seed: bool = False) -> Entry:
    return Entry(
        id=document.id,
        name=document.name,
        path=document.path,
        format=format,
        as_of=document.as_of.isoformat(),
        imported_at=now,
        seed=seed,
    )


def skipped(name: str, reason: str) -> DocumentReport:
    return DocumentReport(name=name, outcome="skipped", reason=reason)


def receive(
    document: Document,
    entries: Mapping[str, Entry],
    *,
    format: str | None = None,
    as_of_given: bool = False,
    progress: Progress | None = None,
) -> Incoming:
    """Read the document, unless its bytes are there (and no other as-of date is asked for)."""
    known = entries.get(document.id)
    same_path = [e for e in entries.values() if document.path and e.path == document.path]
    same_day = known is not None and known.as_of == document.as_of.isoformat()
    if known and known.present and (same_day or not as_of_given):
        return Incoming(DocumentReport(name=document.name, outcome="unchanged"))
    try:
        reading = read(document, format=format, progress=progress)
    except UnreadableDocument as error:
        return Incoming(skipped(document.name, error.reason))
    outcome = "updated" if (known and known.present) or any(e.present for e in same_path) else "new"
    report = DocumentReport(
        name=document.name,
        outcome=outcome,
        format=reading.format,
        records=len(reading.records),
        doubtful=sum(record.needs_review for record in reading.records),
        problems=reading.problems,
        profiles=reading.profiles,
        ignored=reading.ignored,
    )
    return Incoming(report, document, reading)


def compare(before: Snapshot, after: Snapshot, incoming: Iterable[Incoming]) -> Report:
    """The report of an import from the papers before and after it."""
    arrived = list(incoming)
    keys = {r.key for i in arrived if i.reading is not None for r in i.reading.records}
    papers = _papers_with(after, keys)
    old = {paper.id: _before(before, paper) for paper in papers}
    records = sum(len(i.reading.records) for i in arrived if i.reading is not None)
    new = [paper.id for paper in papers if old[paper.id] is None]
    return Report(
        documents=tuple(i.report for i in arrived),
        new=len(new),
        merged=records - len(new),
        updated=sum(_differs(old[paper.id], paper) for paper in papers),
        unchanged=sum(i.report.outcome == "unchanged" for i in arrived),
        proposed=sum(len(paper.proposed) for paper in papers if old[paper.id] is None),
        papers=tuple(new),
    )


def _papers_with(snapshot: Snapshot, keys: Iterable[str]) -> list[Paper]:
    positions = {snapshot.papers.position(key) for key in keys} - {None}
    return [snapshot.papers[position] for position in sorted(p for p in positions if p is not None)]


def _before(snapshot: Snapshot, paper: Paper) -> Paper | None:
    return next((old for key in paper.aliases if (old := snapshot.find(key))), None)


def _differs(old: Paper | None, new: Paper) -> bool:
    """Whether facts of a paper changed, not merely where they were told."""
    if old is None:
        return False
    return _facts(old) != _facts(new)


def _facts(paper: Paper) -> Paper:
    return replace(paper, id="", aliases=(), sources=(), proposed=(), added_at=0)
