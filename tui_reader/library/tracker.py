"""The reader's own data on each paper: kept under record keys, in memory at once, then on disk."""

import os
import secrets
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from tui_reader.library.cells import Tables, different_keys, empty_tables, last_time
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
from tui_reader.library.errors import LibraryError, Locked, ReadOnly
from tui_reader.library.folding import fold
from tui_reader.library.memory import Memory, with_steps
from tui_reader.library.steps import NOTHING, Edit, HistoryEntry, Step, edits_of
from tui_reader.library.store import Store
from tui_reader.library.undo import Journal, Undone, reversal
from tui_reader.library.writer import Saving, Writer
from tui_reader.papers import Decisions, ReadingState

FieldChanges = Mapping[str, Any]


class Tracker:
    """Every change is one step: in memory when the call returns, on disk a moment later.

    Safe from several threads; none of the calls that change something touches a file.
    """

    def __init__(
        self, store: Store | None, tables: Tables, clock: Clock, *, read_only: bool
    ) -> None:
        self._store = store
        self._clock = clock
        self._read_only = read_only
        self._memory = Memory(tables)
        self._last_time = last_time(tables)
        self._journal = Journal(store.history if store else None)
        self._journal.start(self._memory.origin, self._memory.last_seq, ())
        self._changed: set[str] = set()
        self._lock = threading.RLock()
        self._file_lock = threading.Lock()
        self._trouble: LibraryError | None = None
        self._writer = Writer(self._save) if store else None

    @classmethod
    def open(
        cls, directory: Path | None, *, clock: Clock = system_clock, read_only: bool = False
    ) -> Self:
        """None: in memory only. Damaged, NewerVersion; a directory that cannot be written
        opens read-only."""
        origin = secrets.token_hex(4)
        if directory is None:
            return cls(None, empty_tables(origin), clock, read_only=read_only)
        store = Store(directory)
        read_only = read_only or not _is_writable(store.path)
        tables = store.load(origin, clock(), read_only=read_only)
        return cls(store, tables, clock, read_only=read_only)

    # What is known

    @property
    def read_only(self) -> bool:
        return self._read_only

    def state(self, keys: Iterable[str]) -> ReadingState:
        """Of a paper, given the keys of all its records."""
        papers = self._memory.current["papers"]
        return fold([(key, row) for key in keys if (row := papers.get(key)) is not None])

    def touched(self) -> Collection[str]:
        """The record keys that have a row."""
        return self._memory.current["papers"].keys()

    def corrections(self) -> Mapping[str, Correction]:
        return corrections_in(self._memory.current["corrections"])

    def decisions(self) -> Decisions:
        return decisions_in(self._memory.current["decisions"])

    def views(self) -> Mapping[str, str]:
        return views_in(self._memory.current["views"])

    def history(self) -> Iterator[HistoryEntry]:
        """Newest first; what is not yet on disk has no number (seq 0)."""
        with self._lock:
            unsaved, last_seq = list(self._memory.unsaved), self._memory.last_seq
        for step in reversed(unsaved):
            yield from reversed(step.entries)
        if self._store:
            yield from self._store.history.newest_first(last_seq)

    # What the reader does

    def change(
        self,
        changes: Mapping[str, FieldChanges],
        label: str,
        aliases: Mapping[str, Iterable[str]] | None = None,
    ) -> Step:
        """Set fields of rows, as one step.

        Tags come as {name: present}, times as UTC milliseconds or None. `aliases` names the
        other record keys of the papers concerned: a note written here replaces theirs.
        """
        with self._lock:
            papers = self._memory.current["papers"]
            return self._do(
                label,
                [
                    edit
                    for key, fields in changes.items()
                    for edit in edits_of(key, fields, papers, (aliases or {}).get(key, ()))
                ],
            )

    def correct(self, keys: Iterable[str], title: str, authors: Sequence[str], label: str) -> Step:
        """Title and authors of records of one work, as the reader says they are."""
        correction, known = Correction(title, tuple(authors)), self.corrections()
        return self._do(
            label,
            [
                edit
                for key in keys
                if known.get(key) != correction
                for edit in (Edit(key, "title", title), Edit(key, "authors", list(authors)))
            ],
        )

    def decide(self, same: Iterable[Pair], different: Iterable[Pair], label: str) -> Step:
        """Pairs of record keys that are, or are not, the same work."""
        wanted = [(pair, SAME) for pair in same] + [(pair, DIFFERENT) for pair in different]
        known = self._memory.current["decisions"]
        return self._do(
            label,
            [
                Edit(key, "decision", decision)
                for pair, decision in wanted
                if (key := decision_key(pair)) not in known or known[key]["decision"][0] != decision
            ],
        )

    def set_view(self, key: str, query: str | None, label: str) -> Step:
        """Keep a query under a key, or with None forget it."""
        if self.views().get(key) == query:
            return Step(label, 0)
        return self._do(label, [Edit(key, "query", query)])

    def undo(self) -> Undone | None:
        """Take the newest step of this origin back, whichever process made it."""
        self.poll()
        with self._lock:
            return self._reverse(self._journal.to_undo(), undoing=True)

    def redo(self) -> Undone | None:
        self.poll()
        with self._lock:
            return self._reverse(self._journal.to_redo(), undoing=False)

    def _reverse(self, found: tuple[Step, Step] | None, *, undoing: bool) -> Undone | None:
        if found is None:
            return None
        about, doer = found
        edits, left = reversal(doer.entries, self._memory.current)
        edits = edits or [Edit(doer.entries[0].key, NOTHING, None)]
        self._do(
            about.label,
            edits,
            undoes=about if undoing else None,
            redoes=None if undoing else about,
        )
        keys = tuple(dict.fromkeys(edit.key for edit in edits if edit.field != NOTHING))
        return Undone(about.label, keys, tuple((edit.key, edit.field) for edit in left))

    def _do(
        self,
        label: str,
        edits: Sequence[Edit],
        undoes: Step | None = None,
        redoes: Step | None = None,
    ) -> Step:
        if self._read_only:
            raise ReadOnly(self._store.path if self._store else None)
        with self._lock:
            step = Step(label, self._now(), tuple(edits), undoes, redoes)
            if not edits:
                return step
            self._memory.do(step)
            self._journal.record(step)
            if self._writer is None:
                self._keep_in_memory(step)
        if self._writer:
            self._writer.wake()
        return step

    def _now(self) -> int:
        self._last_time = max(self._clock(), self._last_time + 1)
        return self._last_time

    def _keep_in_memory(self, step: Step) -> None:
        tables, _ = with_steps(self._memory.saved, [step])
        self._memory.are_saved(tables, 1)

    # What happens on disk

    def _save(self, waiting: Callable[[Locked], None]) -> int:
        store = self._store
        if store is None:
            return 0
        with self._file_lock:
            with self._lock:
                steps, known = list(self._memory.unsaved), self._memory.saved
                now = self._last_time
            if not steps:
                return 0
            saved = store.save(known, steps, now, waiting)
            self._trouble = None
            if saved.others_wrote:
                self._take_over(saved.tables, len(steps))
            else:
                with self._lock:
                    self._memory.are_saved(saved.tables, len(steps))
        return len(steps)

    def _take_over(self, tables: Tables, count: int = 0) -> None:
        """What others wrote too; the first `count` unsaved steps are in it."""
        changed, latest = different_keys(self._memory.saved, tables), last_time(tables)
        with self._lock:
            memory = self._memory
            memory.are_saved(tables, count)
            memory.take_over(tables)
            self._changed |= changed
            self._last_time = max(self._last_time, latest)
            self._journal.start(memory.origin, memory.last_seq, memory.unsaved)

    def poll(self) -> Collection[str]:
        """Bring in what other processes did; the keys, of any table, that it changed.

        A file that went away or was damaged meanwhile changes nothing: `saving` tells.
        """
        if self._store and self._file_lock.acquire(blocking=False):
            try:
                self._refresh(self._store)
            finally:
                self._file_lock.release()
        with self._lock:
            changed, self._changed = frozenset(self._changed), set()
        return changed

    def _refresh(self, store: Store) -> None:
        try:
            tables = store.refresh()
        except LibraryError as trouble:
            self._trouble = trouble
            return
        self._trouble = None
        if tables is not None:
            self._take_over(tables)

    def flush(self, timeout: float | None = None) -> None:
        """All changes so far are on disk when it returns; Locked, CannotSave, Damaged if not."""
        if self._writer:
            self._writer.flush(timeout)

    @property
    def saving(self) -> Saving:
        if self._read_only:
            return Saving("read-only", f"read-only: {self._store.path}" if self._store else "")
        if self._trouble:
            return Saving("failed", self._trouble.message)
        return self._writer.saving if self._writer else Saving("saved")

    def write_back(self) -> None:
        """Make the file again from memory after it was deleted or damaged while open."""
        if self._store is None:
            return
        with self._file_lock:
            self._store.write_back(self._memory.saved, self._last_time)
            self._trouble = None
        if self._writer:
            self._writer.retry()

    def close(self, timeout: float = 2.0) -> None:
        """Drain the queue and end the writer; raises what kept changes from being saved,
        unless `flush` has raised it already."""
        if self._writer:
            self._writer.close(timeout)


def _is_writable(path: Path) -> bool:
    """Whether a save can work, as far as permissions tell; a missing directory may be made."""
    target = Path(os.path.realpath(path))
    if target.exists() and not os.access(target, os.W_OK):
        return False
    directory = next(parent for parent in target.parents if parent.exists())
    return os.access(directory, os.W_OK | os.X_OK)
