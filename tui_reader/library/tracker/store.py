"""reading.json with its history, lock and copies: loading, and saving steps as one write."""

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tui_reader.library.errors import CannotSave, Damaged, DeletedOutside, LibraryError, Locked
from tui_reader.library.files.locks import locked
from tui_reader.library.files.safe_files import (
    ChangedMeanwhile,
    Signature,
    signature_of,
    temporary_files,
)
from tui_reader.library.tracker.backups import BackupPlan, Backups
from tui_reader.library.tracker.cells import Tables, empty_tables
from tui_reader.library.tracker.history import History
from tui_reader.library.tracker.memory import with_steps
from tui_reader.library.tracker.origin import at_home, new_origin, place_of
from tui_reader.library.tracker.state_file import StateFile
from tui_reader.library.tracker.steps import HistoryEntry, Step

STATE = "reading.json"
LOCK = "reading.lock"


class Saved(NamedTuple):
    """The tables now on disk; whether others had written since they were last read here."""

    tables: Tables
    others_wrote: bool


class Store:
    """Not safe from several threads by itself: the tracker holds its file lock around calls."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.path = directory / STATE
        self.lock_path = directory / LOCK
        self.file = StateFile(self.path)
        self.history = History(directory / "history")
        self.backups = Backups(directory / "backups")
        self.has_locks = True
        self._origin = new_origin()
        self._plan = BackupPlan(self.backups)
        self._was_there = False
        self._swept = False

    def load(self, now: int, *, read_only: bool) -> Tables:
        """The tables, migrated; empty ones where there never was a state."""
        tables = self._read()
        if tables is None and (self.history.files() or self.backups.all()):
            # Another process may have made it since; history only ever follows a state.
            tables = self._read()
            if tables is None:
                raise Damaged(self.path, "it is gone", self._good_copies())
        if tables is None:
            return empty_tables(self._origin)
        if self.file.migrated and not read_only:
            tables = self._migrate(now)
        return tables

    def _read(self) -> Tables | None:
        try:
            tables = self.file.read_shared()
        except Damaged as error:
            raise Damaged(self.path, error.cause, self._good_copies()) from error
        self._was_there = self._was_there or tables is not None
        return None if tables is None else self._at_home(tables)

    def _at_home(self, tables: Tables) -> Tables:
        return at_home(tables, place_of(self.directory), self._origin)

    def _good_copies(self) -> list[Path]:
        return [backup.path for backup in self.backups.good()]

    def _migrate(self, now: int) -> Tables:
        with locked(self.lock_path):
            tables = self._read()
            if tables is None:
                raise DeletedOutside(self.path)
            if self.file.migrated:
                self.backups.make(self.path, now, "migration")
                self.write(tables)
                self.file.migrated = False
            return tables

    def save(
        self,
        known: Tables,
        steps: Sequence[Step],
        now: int,
        waiting: Callable[[Locked], None] | None = None,
    ) -> Saved:
        """Do the steps on what is on disk; on disk when it returns.

        `known` are the tables as last read or saved here. Locked, CannotSave, Damaged.
        """
        try:
            return self._save(known, steps, now, waiting)
        except LibraryError:
            raise
        except OSError as error:
            raise CannotSave(self.path, error.strerror or str(error)) from error
        except Exception as error:
            # What is no fault of the disk must not pass for saved, nor end the writer.
            raise CannotSave(self.path, f"{error!r}, a fault of tui-reader") from error

    def _save(
        self,
        known: Tables,
        steps: Sequence[Step],
        now: int,
        waiting: Callable[[Locked], None] | None,
    ) -> Saved:
        with locked(self.lock_path, waiting=waiting) as self.has_locks:
            self._sweep()
            others_wrote = False
            while True:
                if fresh := self._fresh(known, now):
                    known, others_wrote = fresh, True
                try:
                    return Saved(self._write(known, steps, now), others_wrote)
                except ChangedMeanwhile:
                    continue

    def _sweep(self) -> None:
        """Once in a run, remove what saves that were cut off left behind; only under the lock."""
        if self.has_locks and not self._swept:
            left = [
                *temporary_files(self.directory, STATE),
                *temporary_files(self.backups.directory),
            ]
            for path in left:
                with contextlib.suppress(OSError):
                    path.unlink()
            self._swept = True

    def _fresh(self, known: Tables, now: int) -> Tables | None:
        """What others wrote meanwhile; a first state is made before anything points to it."""
        if not self._was_there and signature_of(self.path) is None:
            self.write(self._at_home(known))
            self._was_there = True
            self._plan.begin(now)
        return self.refresh()

    def refresh(self) -> Tables | None:
        """The tables if others wrote; None if not. DeletedOutside, Damaged."""
        tables = self._read() if self.file.is_changed() else None
        if self._was_there and self.file.signature is None:
            raise DeletedOutside(self.path)
        return tables

    def _write(self, known: Tables, steps: Sequence[Step], now: int) -> Tables:
        self._plan.before_write(self.path, now, max(len(step.keys) for step in steps))
        tables, entries = with_steps(known, steps)
        return self.put(tables, entries, now)

    def put(self, tables: Tables, entries: Sequence[HistoryEntry], now: int) -> Tables:
        """History first, then the tables that count it in; the caller holds the lock.

        The tables come from what was last read here; returned as they are now on disk.
        """
        tables = self._at_home(tables)
        before = self.file.signature
        appended = self.history.append(entries, now)
        try:
            self.write(tables, None if self.has_locks else before)
        except ChangedMeanwhile:
            appended.take_back()
            raise
        except CannotSave:
            with contextlib.suppress(OSError):
                if signature_of(self.path) == before:
                    appended.take_back()
            raise
        return tables

    def write(self, tables: Tables, expected: Signature | None = None) -> None:
        """With `expected`, ChangedMeanwhile if the file is another version by then."""
        # Imported here: most starts write nothing.
        from tui_reader.library.tracker.storage import Database

        self.file.expected = expected
        Database(self.file).replace(tables)

    def write_back(self, tables: Tables, now: int) -> None:
        """Make the state again from memory; what stands there is kept under a dated name."""
        with locked(self.lock_path):
            with contextlib.suppress(Damaged):
                self.backups.keep_aside(self.path, now)
            self.write(tables)
