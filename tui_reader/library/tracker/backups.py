"""Copies of reading.json: before the first write of a run, daily, and before anything large."""

import contextlib
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from tui_reader.library.errors import CannotSave, Damaged, LibraryError
from tui_reader.library.files.safe_files import read_regular, write_atomically
from tui_reader.library.tracker.cells import Tables
from tui_reader.library.tracker.schema import parse

NAME = r"reading-(\d{8}T\d{6})\.(\d{3})Z-(\w+)\.json"
STAMP = "%Y%m%dT%H%M%S"
NEWEST_KEPT = 10
NEWEST_KEPT_OF_A_REASON = 5
DAYS_KEPT = 14


class Backup(NamedTuple):
    """`when` is UTC milliseconds; `reason` run, day, migration, restore, bulk or merge."""

    path: Path
    when: int
    reason: str


class Contents(NamedTuple):
    """What is in a copy: papers touched, those read, and the error if it cannot be read."""

    papers: int = 0
    read: int = 0
    error: str = ""


def stamp_of(when: int) -> str:
    return f"{datetime.fromtimestamp(when // 1000, UTC):{STAMP}}.{when % 1000:03}Z"


class Backups:
    """The copies in one directory. Callers hold the lock of the state."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def all(self) -> list[Backup]:
        """Newest first; none where they cannot be looked for."""
        try:
            paths = list(self.directory.glob("reading-*.json"))
        except OSError:
            return []
        found = [backup for path in paths if (backup := _of(path))]
        return sorted(found, key=lambda backup: (backup.when, backup.path.name), reverse=True)

    def good(self) -> list[Backup]:
        return [backup for backup in self.all() if not contents(backup.path).error]

    def make(self, state: Path, when: int, reason: str) -> Backup | None:
        """Copy the state as it is on disk; None where there is none. Old copies are cleared."""
        found = read_regular(state)
        if found is None:
            return None
        when = self._free("reading", when)
        path = self.directory / f"reading-{stamp_of(when)}-{reason}.json"
        write_atomically(path, found[0])
        self.clear()
        return Backup(path, when, reason)

    def keep_aside(self, state: Path, when: int) -> Path | None:
        """Keep damaged bytes under a dated name, which nothing clears."""
        found = read_regular(state)
        if found is None:
            return None
        path = self.directory / f"damaged-{stamp_of(self._free('damaged', when))}.json"
        write_atomically(path, found[0])
        return path

    def _free(self, kind: str, when: int) -> int:
        """This millisecond, or the next one no copy of the kind is of: its time names a copy."""
        while any(self.directory.glob(f"{kind}-{stamp_of(when)}*")):
            when += 1
        return when

    def clear(self) -> None:
        """Remove what is neither among the newest, nor the first of one of the last days."""
        copies = self.all()
        kept = {copy.path for copy in copies[:NEWEST_KEPT]}
        reasons = {copy.reason for copy in copies} - {"run", "day"}
        for reason in reasons:
            of_reason = [copy.path for copy in copies if copy.reason == reason]
            kept |= set(of_reason[:NEWEST_KEPT_OF_A_REASON])
        kept |= _first_of_days(copies)
        for copy in copies:
            if copy.path not in kept:
                with contextlib.suppress(OSError):
                    copy.path.unlink()


def _first_of_days(copies: list[Backup]) -> set[Path]:
    if not copies:
        return set()
    newest = _day(copies[0].when)
    first = {_day(copy.when): copy.path for copy in copies}
    return {path for day, path in first.items() if newest - day < timedelta(days=DAYS_KEPT)}


def _day(when: int) -> datetime:
    return datetime.fromtimestamp(when // 1000, UTC).replace(hour=0, minute=0, second=0)


def _of(path: Path) -> Backup | None:
    if not (match := re.fullmatch(NAME, path.name)):
        return None
    try:
        moment = datetime.strptime(match[1], STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, int(moment.timestamp()) * 1000 + int(match[2]), match[3])


def contents(path: Path) -> Contents:
    try:
        found = read_regular(path)
        if found is None:
            return Contents(error="it is gone")
        tables, _ = parse(found[0], path)
    except Damaged as error:
        return Contents(error=error.cause)
    except LibraryError as error:
        return Contents(error=error.message)
    return counted(tables)


def counted(tables: Tables) -> Contents:
    papers = tables["papers"].values()
    read = sum(1 for row in papers if row.get("status", [None])[0] == "read")
    return Contents(len(papers), read)


class BackupPlan:
    """Decides, write by write, which copy comes first."""

    BULK = 50

    def __init__(self, backups: Backups) -> None:
        self._backups = backups
        self._last: int | None = None

    def begin(self, now: int) -> None:
        """The state was made just now: there is nothing yet worth a copy."""
        self._last = now

    def before_write(self, state: Path, now: int, largest_step: int) -> None:
        """Make what is due. A daily copy that fails does not keep a change from being saved,
        one before a bulk change does."""
        if largest_step > self.BULK:
            self._backups.make(state, now, "bulk")
            self._last = now
        elif self._last is None or _day(self._last) != _day(now):
            try:
                self._backups.make(state, now, "run" if self._last is None else "day")
            except CannotSave:
                return
            self._last = now
