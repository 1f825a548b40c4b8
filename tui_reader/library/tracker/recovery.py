"""Good copies of a state that is damaged or gone, and putting one of them back."""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from tui_reader.library.clock import Clock
from tui_reader.library.errors import Damaged, LibraryError
from tui_reader.library.files.locks import locked
from tui_reader.library.files.safe_files import read_regular
from tui_reader.library.tracker.backups import Contents, contents, counted
from tui_reader.library.tracker.cells import (
    META,
    META_ROW,
    Row,
    Tables,
    cell_of,
    empty_tables,
    is_later,
    own_copy,
    put_cell,
    table_of,
)
from tui_reader.library.tracker.history import History
from tui_reader.library.tracker.origin import new_origin
from tui_reader.library.tracker.schema import NEEDED, parse
from tui_reader.library.tracker.steps import NOTHING, HistoryEntry
from tui_reader.library.tracker.store import Store
from tui_reader.library.tracker.values import is_row

FROM_HISTORY = "history"


class Copy(NamedTuple):
    """Something a state can be restored from: a backup, or the history (then a directory).

    `when` is UTC milliseconds.
    """

    path: Path
    when: int
    reason: str
    inside: Contents

    @property
    def date(self) -> str:
        """ISO, UTC, to the millisecond, so that no two backups share one."""
        second = datetime.fromtimestamp(self.when // 1000, UTC)
        return f"{second:%Y-%m-%dT%H:%M:%S}.{self.when % 1000:03}Z"


def copies(directory: Path) -> list[Copy]:
    """Newest first, what the history leads to among them."""
    store = Store(directory)
    found = [
        Copy(backup.path, backup.when, backup.reason, contents(backup.path))
        for backup in store.backups.all()
    ]
    if latest := next(store.history.newest_first(sys.maxsize), None):
        inside = counted(rebuilt(store))
        found.append(Copy(store.history.directory, latest.time, FROM_HISTORY, inside))
    return sorted(found, key=lambda copy: (copy.when, copy.reason == FROM_HISTORY), reverse=True)


def choose(found: Sequence[Copy], when: str | None = None) -> Copy:
    """The newest usable copy; with `when` the one of that date or name, else the newest whose
    date, name or reason begins so. LibraryError if there is none.

    A date that the history shares with a backup is the backup's: the history has its own word.
    """
    usable = [copy for copy in found if not copy.inside.error]
    if named := [copy for copy in usable if when in (copy.date, copy.path.name)]:
        return named[-1]
    for copy in usable:
        names = (copy.date, copy.path.name, copy.reason)
        if when is None or any(name.startswith(when) for name in names):
            return copy
    wanted = f"no good copy of {when}" if when else "there is no good copy"
    known = ", ".join(copy.date for copy in usable) or "none"
    raise LibraryError(f"{wanted}; copies: {known}")


def restore(directory: Path, copy: Copy, clock: Clock) -> Path | None:
    """Put the copy back and return where the bytes that stood there are kept, if any did.

    The history goes on where it was, so nothing of it is lost. Locked, CannotSave,
    NewerVersion (what a newer version wrote is not replaced).
    """
    store = Store(directory)
    with locked(store.lock_path):
        tables = _tables_of(store, copy)
        kept, meta = _set_aside(store, clock())
        meta = {**tables[META][META_ROW], **meta}
        meta["last_seq"] = max(meta["last_seq"], tables[META][META_ROW]["last_seq"])
        store.write({**tables, META: {META_ROW: meta}})
    return kept


def _set_aside(store: Store, now: int) -> tuple[Path | None, Row]:
    """Where what stands there now is kept, and its meta row as far as it is known."""
    try:
        tables = store.file.read()
    except Damaged:
        return store.backups.keep_aside(store.path, now), _meta_of(store.history)
    if tables is None:
        return None, _meta_of(store.history)
    backup = store.backups.make(store.path, now, "restore")
    return backup.path if backup else None, tables[META][META_ROW]


def _meta_of(history: History) -> Row:
    """What the newest line tells, also one that no state counted in."""
    newest = next(history.newest_first(sys.maxsize), None)
    return {"last_seq": newest.seq if newest else 0}


def _tables_of(store: Store, copy: Copy) -> Tables:
    if copy.reason == FROM_HISTORY:
        return rebuilt(store)
    found = read_regular(copy.path)
    if found is None:
        raise LibraryError(f"{copy.path} is gone")
    return parse(found[0], copy.path)[0]


def rebuilt(store: Store) -> Tables:
    """The newest good copy with the history after it; without a copy, the whole history."""
    copy = next(iter(store.backups.good()), None)
    found = read_regular(copy.path) if copy else None
    if copy and found:
        tables, _ = parse(found[0], copy.path)
    else:
        newest = next(store.history.newest_first(sys.maxsize), None)
        tables = empty_tables(newest.origin if newest else new_origin())
    for entry in _entries_after(store.history, tables[META][META_ROW]["last_seq"]):
        table = tables[table_of(entry.field)]
        row = own_copy(table.get(entry.key, {}))
        cell = [entry.new, entry.time, entry.origin]
        known = cell_of(row, entry.field)
        if known is None or is_later(cell, known):
            put_cell(row, entry.field, cell)
            table[entry.key] = row
    return _sound(tables)


def _sound(tables: Tables) -> Tables:
    """Without rows that a torn or altered history left incomplete."""
    for name, needed in NEEDED.items():
        rows = tables[name].items()
        tables[name] = {key: row for key, row in rows if needed <= row.keys() and is_row(row)}
    return tables


def _entries_after(history: History, seq: int) -> list[HistoryEntry]:
    """Oldest first."""
    newest_first = takewhile(lambda entry: entry.seq > seq, history.newest_first(sys.maxsize))
    return [entry for entry in newest_first if entry.field != NOTHING][::-1]
