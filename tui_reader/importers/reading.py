"""The way of a document: container, text, the importer that claims it, its reading."""

from collections.abc import Sequence
from typing import Protocol

from tui_reader.importers.decoding import decode
from tui_reader.importers.document import Document, Progress, UnreadableDocument
from tui_reader.importers.evidence import reconsider_all
from tui_reader.importers.json_lines import are_lines
from tui_reader.importers.json_records import JsonImporter
from tui_reader.importers.listing import ListingImporter
from tui_reader.importers.problems import named
from tui_reader.importers.repair import one_line_end
from tui_reader.importers.unsupported import container, is_binary, looks_like, opens_like
from tui_reader.papers import Problem, Reading


class Importer(Protocol):
    """`claims` is cheap and looks at content only; `read` raises UnreadableDocument."""

    @property
    def formats(self) -> tuple[str, ...]: ...
    def claims(self, text: str) -> bool: ...
    def read(self, text: str, document: Document, progress: Progress) -> Reading: ...


JSON = JsonImporter()
IMPORTERS: tuple[Importer, ...] = (JSON, ListingImporter())
FORMATS = tuple(name for importer in IMPORTERS for name in importer.formats)


def read(
    document: Document, *, format: str | None = None, progress: Progress | None = None
) -> Reading:
    """What the document tells, on its own evidence alone.

    `format` (one of FORMATS) skips the finding. `progress` is called with bytes done and bytes
    there are. Raises UnreadableDocument with a reason for one line.
    """
    report = _in_bytes(progress, len(document.data))
    if reason := _not_text(document.data):
        raise UnreadableDocument(document.name, reason)
    if format in (None, *JSON.formats) and are_lines(document.data):
        reading, guess = JSON.read_lines(document, report), ""
    else:
        reading, guess = _read_text(document, format, report)
    report(1, 1)
    guessed = (Problem(document.name, 0, guess),) if guess else ()
    return reading._replace(problems=named((*guessed, *reading.problems)))


def _read_text(document: Document, format: str | None, report: Progress) -> tuple[Reading, str]:
    """The reading, and what had to be guessed of the encoding."""
    text, guess = decode(document.data)
    if is_binary(text):
        raise UnreadableDocument(document.name, "a binary file, not text")
    text = one_line_end(text)
    return _importer(text, document.name, format).read(text, document, report), guess


def read_all(
    documents: Sequence[Document], *, format: str | None = None, progress: Progress | None = None
) -> list[Reading]:
    """One reading for each document, doubtful splits decided by the evidence of all.

    A document that cannot be read gives a reading of format "" with the reason as its problem.
    """
    total = sum(len(document.data) for document in documents)
    done = 0
    readings = []
    for document in documents:
        readings.append(_read_or_say(document, format, _shifted(progress, done, total)))
        done += len(document.data)
    return reconsider_all(readings)


def _read_or_say(document: Document, format: str | None, progress: Progress | None) -> Reading:
    try:
        return read(document, format=format, progress=progress)
    except UnreadableDocument as unreadable:
        problem = Problem(document.name, 0, unreadable.reason)
        return Reading(document=document.name, format="", problems=(problem,))


def _not_text(data: bytes) -> str:
    if not data or data.isspace():
        return "an empty file"
    kind = container(data)
    return f"{kind}, which this version cannot read" if kind else ""


def _importer(text: str, name: str, format: str | None) -> Importer:
    if format is not None:
        for importer in IMPORTERS:
            if format in importer.formats:
                return importer
        raise UnreadableDocument(name, f"no format {format!r}; there are {', '.join(FORMATS)}")
    kind = opens_like(text)
    for importer in () if kind else IMPORTERS:
        if importer.claims(text):
            return importer
    if kind := kind or looks_like(text):
        raise UnreadableDocument(name, f"looks like {kind}, which this version cannot read yet")
    raise UnreadableDocument(name, "no papers found in it")


def _in_bytes(progress: Progress | None, size: int) -> Progress:
    """Progress of whatever unit told in bytes of the document."""

    def report(done: int, total: int) -> None:
        if progress is not None:
            progress(size * done // max(total, 1), size)

    return report


def _shifted(progress: Progress | None, before: int, total: int) -> Progress | None:
    if progress is None:
        return None
    return lambda done, _: progress(before + done, total)
