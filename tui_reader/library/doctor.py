"""What is wrong with a library's durable files, and putting right what can be."""

import contextlib
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tui_reader.library.clock import system_clock
from tui_reader.library.documents.document_list import DocumentList, Entry
from tui_reader.library.errors import Damaged, LibraryError
from tui_reader.library.files.locks import locked
from tui_reader.library.files.safe_files import (
    DIRECTORY_MODE,
    FILE_MODE,
    signature_of,
    temporary_files,
)
from tui_reader.library.tracker.backups import contents
from tui_reader.library.tracker.history import History, entry_of, lines_backwards
from tui_reader.library.tracker.store import LOCK, STATE, Store

# Seconds: another process that writes the catalogue or its index now does so all the time.
WRITTEN_WITHIN = 3600
CONFLICTS = ("*.sync-conflict-*", "*conflicted copy*")


@dataclass(frozen=True, slots=True)
class Finding:
    """`repair` is None where the reader has to decide; `advice` then says what helps."""

    path: Path
    problem: str
    advice: str = ""
    repair: Callable[[], None] | None = None


def examine(directory: Path) -> list[Finding]:
    """All that is wrong, worst first; an empty list for a sound library."""
    if not directory.is_dir():
        return [Finding(directory, "there is no such directory")]
    return [
        *_state(directory),
        *_documents(directory),
        *_conflicts(directory),
        *_history(directory),
        *_copies(directory),
        *_left_over(directory),
        *_open_to_others(directory),
    ]


def repair(directory: Path) -> list[Finding]:
    """Do every repair, under the lock, and return what was repaired. Locked, CannotSave."""
    with locked(directory / LOCK):
        repairable = [finding for finding in examine(directory) if finding.repair]
        for finding in repairable:
            if finding.repair:
                finding.repair()
    return repairable


def _state(directory: Path) -> Iterator[Finding]:
    try:
        Store(directory).load(0, read_only=True)
    except Damaged as error:
        advice = "`tui-reader restore` puts a good copy back" if error.copies else ""
        yield Finding(error.path, error.cause, advice)
    except LibraryError as error:
        yield Finding(directory / STATE, error.message)


def _documents(directory: Path) -> Iterator[Finding]:
    documents = DocumentList(directory)
    try:
        entries, _ = documents.load()
    except Damaged as error:
        yield Finding(error.path, error.cause, repair=lambda: documents.put_back(system_clock()))
    except LibraryError as error:
        yield Finding(documents.path, error.message)
    else:
        yield from _copy_of(documents, entries)


def _copy_of(documents: DocumentList, entries: Mapping[str, Entry]) -> Iterator[Finding]:
    def save() -> None:
        documents.save(entries)

    try:
        if not documents.is_copied():
            yield Finding(documents.copy, "this copy is not of the latest list", repair=save)
    except Damaged as error:
        yield Finding(error.path, error.cause, "move it away; a copy is written here")


def _conflicts(directory: Path) -> Iterator[Finding]:
    found = {path for pattern in CONFLICTS for path in directory.glob(pattern)}
    for path in sorted(found):
        inside = contents(path)
        advice = f"`tui-reader merge-state '{path}'` folds it in; then delete it"
        if inside.error:
            advice = f"it cannot be folded in: {inside.error}"
        yield Finding(path, "a copy that a sync program set aside", advice)


def _history(directory: Path) -> Iterator[Finding]:
    history = History(directory / "history")
    files = history.files()
    for path in history.places():
        if path not in files:
            yield Finding(path, "no file stands here", "move it away; history is written here")
    for path in files:
        bad = sum(entry_of(line) is None for line in lines_backwards(path))
        if bad:
            yield Finding(path, f"{bad} lines cannot be read", "they are passed over")


def _copies(directory: Path) -> Iterator[Finding]:
    for backup in Store(directory).backups.all():
        if error := contents(backup.path).error:
            yield Finding(backup.path, f"this copy is damaged: {error}", "it is passed over")


def _left_over(directory: Path) -> Iterator[Finding]:
    for folder in (directory, directory / "backups"):
        for path in temporary_files(folder):
            yield Finding(path, "left by a save that was cut off", repair=_removing(path))
    catalogue = directory / "catalogue"
    for folder in (catalogue, catalogue / "index", catalogue / "readings"):
        for path in temporary_files(folder):
            found = signature_of(path)
            if found and time.time() - found[1] / 1e9 > WRITTEN_WITHIN:
                yield Finding(path, "left by an import that was cut off", repair=_removing(path))


def _open_to_others(directory: Path) -> Iterator[Finding]:
    for path in (directory, *directory.rglob("*")):
        if path.is_symlink() or not path.exists():
            continue
        wanted = DIRECTORY_MODE if path.is_dir() else FILE_MODE
        if stat.S_IMODE(path.stat().st_mode) & ~wanted & 0o077:
            yield Finding(path, "others on this machine can read it", repair=_closing(path, wanted))


def _removing(path: Path) -> Callable[[], None]:
    return lambda: path.unlink(missing_ok=True)


def _closing(path: Path, mode: int) -> Callable[[], None]:
    def close() -> None:
        with contextlib.suppress(FileNotFoundError):
            path.chmod(mode)

    return close
