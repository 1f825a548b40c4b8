"""The reader's own data on each paper: kept under record keys, in memory at once, then on disk."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from tui_reader.library.choices import (
    DIFFERENT,
    SAME,
    Correction,
    Pair,
    corrections_in,
    decision_key,
    decisions_in,
    views_in,
)
from tui_reader.library.clock import Clock, system_clock
from tui_reader.library.errors import LibraryError
from tui_reader.library.garbage import not_collected
from tui_reader.library.tracker.cells import Row, Table, empty_tables
from tui_reader.library.tracker.folding import fold
from tui_reader.library.tracker.keeper import Keeper
from tui_reader.library.tracker.origin import new_origin
from tui_reader.library.tracker.steps import NOTHING, Edit, HistoryEntry, Step, edits_of
from tui_reader.library.tracker.store import Store
from tui_reader.library.tracker.undo import Undone, reversal
from tui_reader.library.tracker.writer import Saving
from tui_reader.papers import Decisions, ReadingState

FieldChanges = Mapping[str, Any]


class Tracker:
    """Every change is one step: in memory when the call returns, on disk a moment later.

    Safe from several threads. Of the calls that change something only undo and redo read
    files. On a read-only library they all raise ReadOnly.
    """

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._folded: dict[str, tuple[Row, ReadingState]] = {}

    @classmethod
    def open(
        cls, directory: Path | None, *, clock: Clock = system_clock, read_only: bool = False
    ) -> Self:
        """None: in memory only. Damaged, NewerVersion; a directory that cannot be written
        opens read-only."""
        if directory is None:
            return cls(Keeper(None, empty_tables(new_origin()), clock, read_only=read_only))
        store = Store(directory)
        read_only = read_only or not _is_writable(store.path)
        with not_collected:
            tables = store.load(clock(), read_only=read_only)
        return cls(Keeper(store, tables, clock, read_only=read_only))

    # What is known

    @property
    def read_only(self) -> bool:
        return self._keeper.read_only

    def state(self, keys: Iterable[str]) -> ReadingState:
        """Of a paper, given the keys of all its records."""
        papers = self._table("papers")
        rows = [(key, row) for key in keys if (row := papers.get(key)) is not None]
        return self._folded_once(*rows[0]) if len(rows) == 1 else fold(rows)

    def _folded_once(self, key: str, row: Row) -> ReadingState:
        """A row is never changed in place: while it stands, its state is the same."""
        known = self._folded.get(key)
        if known is None or known[0] is not row:
            known = self._folded[key] = (row, fold([(key, row)]))
        return known[1]

    def touched(self) -> Collection[str]:
        """The record keys that have a row."""
        return self._table("papers").keys()

    def corrections(self) -> Mapping[str, Correction]:
        return corrections_in(self._table("corrections"))

    def decisions(self) -> Decisions:
        return decisions_in(self._table("decisions"))

    def views(self) -> Mapping[str, str]:
        return views_in(self._table("views"))

    def history(self) -> Iterator[HistoryEntry]:
        """Newest first; what is not yet on disk has no number (seq counts from 0)."""
        return self._keeper.history()

    def _table(self, name: str) -> Table:
        return self._keeper.memory.current[name]

    # What the reader does

    def change(
        self,
        changes: Mapping[str, FieldChanges],
        label: str,
        aliases: Mapping[str, Iterable[str]] | None = None,
    ) -> Step:
        """Set fields of rows, as one step.

        Tags come as {name: present}, times as UTC milliseconds or None. `aliases` names, per
        key, the other record keys of the paper: a note written here replaces theirs in
        what is shown, though they keep it. ValueError names a field that cannot hold its value.
        """
        with self._keeper.lock:
            papers = self._table("papers")
            edits = [
                edit
                for key, fields in changes.items()
                for edit in edits_of(key, fields, papers, (aliases or {}).get(key, ()))
            ]
            return self._keeper.do(label, edits)

    def correct(self, keys: Iterable[str], title: str, authors: Sequence[str], label: str) -> Step:
        """Title and authors of records of one work, as the reader says they are."""
        correction, known = Correction(title, tuple(authors)), self.corrections()
        edits = [
            edit
            for key in keys
            if known.get(key) != correction
            for edit in (Edit(key, "title", title), Edit(key, "authors", list(authors)))
        ]
        return self._keeper.do(label, edits)

    def decide(self, same: Iterable[Pair], different: Iterable[Pair], label: str) -> Step:
        """Pairs of record keys that are, or are not, the same work."""
        wanted = [(pair, SAME) for pair in same] + [(pair, DIFFERENT) for pair in different]
        known = self._table("decisions")
        edits = [
            Edit(key, "decision", decision)
            for pair, decision in wanted
            if (key := decision_key(pair)) not in known or known[key]["decision"][0] != decision
        ]
        return self._keeper.do(label, edits)

    def set_view(self, key: str, query: str | None, label: str) -> Step:
        """Keep a query under a key, or with None forget it."""
        known = self.views().get(key)
        return self._keeper.do(label, [] if known == query else [Edit(key, "query", query)])

    def undo(self) -> Undone | None:
        """Take the newest step of this origin back, whichever process made it."""
        self._keeper.bring_in()
        with self._keeper.lock:
            return self._reverse(self._keeper.journal.to_undo(), undoing=True)

    def redo(self) -> Undone | None:
        self._keeper.bring_in()
        with self._keeper.lock:
            return self._reverse(self._keeper.journal.to_redo(), undoing=False)

    def _reverse(self, found: tuple[Step, Step] | None, *, undoing: bool) -> Undone | None:
        if found is None:
            return None
        about, doer = found
        edits, left = reversal(doer.entries, self._keeper.memory.current)
        keys = tuple(dict.fromkeys(edit.key for edit in edits))
        self._keeper.do(
            doer.label,
            edits or [Edit(doer.entries[0].key, NOTHING, None)],
            undoes=about if undoing else None,
            redoes=None if undoing else about,
        )
        return Undone(doer.label, keys, tuple((edit.key, edit.field) for edit in left))

    # What happens on disk

    def poll(self) -> Collection[str]:
        """Bring in what other processes did; the keys, of any table, that it changed.

        A file that went away or was damaged meanwhile changes nothing: see `trouble`.
        """
        return self._keeper.poll()

    def both_notes(self) -> Collection[str]:
        """Keys whose note was also written elsewhere meanwhile, so that both texts stand
        there now; each is told once."""
        return self._keeper.take_both_notes()

    def flush(self, timeout: float | None = None) -> None:
        """All changes so far are on disk when it returns; Locked, CannotSave, Damaged if not.

        Without a timeout as long as one attempt takes: a lock is waited for 5 seconds.
        """
        self._keeper.flush(timeout)

    @property
    def saving(self) -> Saving:
        return self._keeper.saving

    @property
    def trouble(self) -> LibraryError | None:
        """DeletedOutside or Damaged, where the file was lost while open; `write_back` helps."""
        return self._keeper.trouble

    @property
    def has_locks(self) -> bool:
        """False where the last save found that this file system cannot lock."""
        return self._keeper.has_locks

    def write_back(self) -> None:
        """Make the file again from memory after it was deleted or damaged while open."""
        self._keeper.write_back()

    def close(self, timeout: float = 2.0) -> None:
        """Drain the queue and end the writer; raises what kept changes from being saved,
        unless `flush` has raised it already."""
        self._keeper.close(timeout)


def _is_writable(path: Path) -> bool:
    """Whether a save can work, as far as permissions tell; a missing directory may be made."""
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not os.access(target, os.W_OK):
            return False
        directory = next(parent for parent in target.parents if parent.exists())
    except PermissionError:
        return False
    return os.access(directory, os.W_OK | os.X_OK)
