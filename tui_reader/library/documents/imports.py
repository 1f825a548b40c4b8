"""Reading documents that come into a library, and saying what that did."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from tui_reader.importers.document import Document, UnreadableDocument
from tui_reader.importers.reading import read
from tui_reader.library.clock import Clock
from tui_reader.library.documents.document_list import Entry
from tui_reader.library.documents.gathering import ImportOptions, entry_of, skipped
from tui_reader.library.documents.report import Arrived, DocumentReport, Report
from tui_reader.library.snapshot import Snapshot
from tui_reader.papers import Paper, Reading


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document that was read, and the entry it gets in the library."""

    document: Document
    reading: Reading
    entry: Entry


def receive_all(
    found: Iterable[Document | DocumentReport],
    known: Mapping[str, Entry],
    options: ImportOptions,
    clock: Clock,
    read_so_far: Callable[[int, int], None],
) -> Iterator[tuple[DocumentReport, Incoming | None]]:
    """What becomes of each document, and if it enters the library, what of it.

    `read_so_far` is told how many bytes of how many of a document are read.
    """
    entries = dict(known)
    for document in found:
        if isinstance(document, DocumentReport):
            yield document, None
        elif _is_there(document, entries, options):
            read_so_far(len(document.data), len(document.data))
            yield DocumentReport(name=document.name, outcome="unchanged"), None
        else:
            try:
                reading = read(document, format=options.format, progress=read_so_far)
            except UnreadableDocument as error:
                yield skipped(document.name, error.reason), None
                continue
            report = _report(document, reading, entries)
            entry = entry_of(document, format=options.format or "", now=clock())
            entries[entry.id] = entry
            yield report, Incoming(document, reading, entry)


def _is_there(document: Document, entries: Mapping[str, Entry], options: ImportOptions) -> bool:
    """Whether the bytes are in the library, and no other as-of date is asked for."""
    known = entries.get(document.id)
    if known is None or not known.present:
        return False
    return options.as_of is None or known.as_of == options.as_of.isoformat()


def _report(document: Document, reading: Reading, entries: Mapping[str, Entry]) -> DocumentReport:
    replaced = any(
        entry.present and (entry.id == document.id or (entry.path and entry.path == document.path))
        for entry in entries.values()
    )
    return DocumentReport(
        name=document.name,
        outcome="updated" if replaced else "new",
        format=reading.format,
        records=len(reading.records),
        doubtful=sum(record.needs_review for record in reading.records),
        problems=reading.problems,
        profiles=reading.profiles,
        ignored=reading.ignored,
        unread=reading.unread,
    )


def compare(before: Snapshot, after: Snapshot, arrived: Arrived) -> Report:
    """The report of an import from the papers before and after it."""
    documents, keys = tuple(arrived.reports), arrived.keys
    told, known = _positions(after, set(keys)), _positions(after, dict(before.papers.placed_keys()))
    new = [after.papers.id_of(position) for position in sorted(told - known)]
    changed = (after.papers[position] for position in told & known)
    return Report(
        documents=documents,
        new=len(new),
        merged=len(keys) - len(new),
        updated=sum(_facts(paper) != _facts(_before(before, paper)) for paper in changed),
        unchanged=sum(document.outcome == "unchanged" for document in documents),
        proposed=len(set(after.proposals) - set(before.proposals)),
        papers=tuple(new),
    )


def _positions(snapshot: Snapshot, keys: Container[str]) -> set[int]:
    """Of the papers with one of these keys, without decoding any: there may be a million."""
    return {position for key, position in snapshot.papers.placed_keys() if key in keys}


def _before(snapshot: Snapshot, paper: Paper) -> Paper:
    return next(old for key in paper.aliases if (old := snapshot.find(key)))


def _facts(paper: Paper) -> Paper:
    """Without where they were told."""
    return paper._replace(id="", aliases=(), sources=(), proposed=(), added_at=0)
