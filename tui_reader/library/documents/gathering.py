"""Paths and bytes, as given, to documents; and documents to their entries."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tui_reader.importers.document import Document
from tui_reader.library.documents.document_files import document_id
from tui_reader.library.documents.document_list import Entry
from tui_reader.library.documents.progress import Tell, unheard
from tui_reader.library.documents.report import DocumentReport

# Bytes of one document.
LARGEST = 1_000_000_000
TOO_LARGE = "larger than 1 GB, which is the most that is read"


class ImportOptions(NamedTuple):
    """`format` is one of `FORMATS`, None: found by content. `as_of`: see Document. `tell` hears
    how far the import is, `size` is that of all its documents in bytes."""

    format: str | None = None
    as_of: date | None = None
    dry_run: bool = False
    tell: Tell = unheard
    size: int = 0


def size_of(paths: Iterable[Path]) -> int:
    """Of all files there in bytes; what cannot be looked at counts nothing."""
    size = 0
    for path in paths:
        with suppress(OSError):
            files = _files_below(path) if path.is_dir() else [path]
            size += sum(file.stat().st_size for file in files)
    return size


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
                data = _data_of(file)
            except OSError as error:
                yield skipped(str(file), error.strerror or str(error))
            else:
                yield document_of(file.name, data, as_of, str(file.absolute()))


def _data_of(file: Path) -> bytes:
    """Raises OSError, also for what no document can be."""
    if not file.is_file():
        raise OSError("not a file" if file.exists() else "no such file")
    if file.stat().st_size > LARGEST:
        raise OSError(TOO_LARGE)
    return file.read_bytes()


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
