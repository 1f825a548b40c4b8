"""Memory, journal and writer over one store, held together for the tracker."""

import threading
from collections.abc import Callable, Iterator, Sequence

from tui_reader.library.clock import Clock
from tui_reader.library.errors import LibraryError, Locked, ReadOnly
from tui_reader.library.garbage import not_collected
from tui_reader.library.tracker.cells import NOTE_OTHERS, Tables, different_keys, last_time
from tui_reader.library.tracker.memory import Memory, with_steps
from tui_reader.library.tracker.steps import Edit, HistoryEntry, Step
from tui_reader.library.tracker.store import Store
from tui_reader.library.tracker.undo import Journal
from tui_reader.library.tracker.writer import Saving, Writer


class Keeper:
    """Does steps in memory at once and has them saved; brings in what others saved.

    `lock` guards the memory and is never held during a file call but those of undo;
    the file lock guards the store and may be held for as long as a save takes.
    """

    def __init__(
        self, store: Store | None, tables: Tables, clock: Clock, *, read_only: bool
    ) -> None:
        self.lock = threading.RLock()
        self.memory = Memory(tables)
        self.read_only = read_only
        self.journal = Journal(store.history if store else None)
        self.journal.start(self.memory.own, self.memory.last_seq, ())
        self._store = store
        self._file_lock = threading.Lock()
        self._writer = Writer(self._save) if store else None
        self._clock = clock
        self._last_time = last_time(tables)
        self._changed: set[str] = set()
        self._both_notes: set[str] = set()
        self._trouble: LibraryError | None = None

    def do(
        self,
        label: str,
        edits: Sequence[Edit],
        undoes: Step | None = None,
        redoes: Step | None = None,
    ) -> Step:
        """The step, done in memory and queued for the disk; without edits nothing is recorded."""
        if self.read_only:
            raise ReadOnly(self._store.path if self._store else None)
        with self.lock:
            self._last_time = max(self._clock(), self._last_time + 1)
            step = Step(label, self._last_time, tuple(edits), undoes, redoes)
            if not edits:
                return step
            self.memory.do(step)
            self.journal.record(step)
            if self._writer:
                self._writer.wake()
            else:
                self.memory.are_saved(with_steps(self.memory.saved, [step])[0], 1)
        return step

    def history(self) -> Iterator[HistoryEntry]:
        with self.lock:
            unsaved, last_seq = list(self.memory.unsaved), self.memory.last_seq
        for step in reversed(unsaved):
            yield from reversed(step.entries)
        if self._store:
            yield from self._store.history.newest_first(last_seq)

    def _save(self, waiting: Callable[[Locked], None]) -> int:
        store = self._store
        if store is None:
            return 0
        with self._file_lock:
            with self.lock:
                steps, known = list(self.memory.unsaved), self.memory.saved
                now = self._last_time
            if not steps:
                return 0
            with not_collected:
                saved = store.save(known, steps, now, waiting)
            self._trouble = None
            if saved.others_wrote:
                self._take_over(saved.tables, len(steps))
            else:
                with self.lock:
                    self.memory.are_saved(saved.tables, len(steps))
        return len(steps)

    def _take_over(self, tables: Tables, count: int = 0) -> None:
        """What others wrote too; the first `count` unsaved steps are in it."""
        before = self.memory.saved
        changed, latest = different_keys(before, tables), last_time(tables)
        both_notes = {key for key in changed if _has_both(tables, key) > _has_both(before, key)}
        with self.lock:
            memory = self.memory
            memory.are_saved(tables, count)
            memory.take_over(tables)
            self._changed |= changed
            self._both_notes |= both_notes
            self._last_time = max(self._last_time, latest)
            self.journal.start(memory.own, memory.last_seq, memory.unsaved)

    def bring_in(self) -> None:
        """What others saved, unless a save (which does it too) is under way."""
        if self._store and self._file_lock.acquire(blocking=False):
            try:
                self._refresh(self._store)
            finally:
                self._file_lock.release()

    def poll(self) -> frozenset[str]:
        self.bring_in()
        with self.lock:
            changed, self._changed = frozenset(self._changed), set()
        return changed

    def _refresh(self, store: Store) -> None:
        try:
            with not_collected:
                tables = store.refresh()
        except LibraryError as trouble:
            self._trouble = trouble
            return
        self._trouble = None
        if tables is not None:
            self._take_over(tables)

    def take_both_notes(self) -> frozenset[str]:
        """Asked often, by the screen: it must not wait for a change of very many papers."""
        if not self._both_notes:
            return frozenset()
        with self.lock:
            keys, self._both_notes = frozenset(self._both_notes), set()
        return keys

    @property
    def saving(self) -> Saving:
        if self.read_only:
            return Saving("read-only", f"read-only: {self._store.directory}" if self._store else "")
        if self._trouble:
            return Saving("failed", self._trouble.message)
        return self._writer.saving if self._writer else Saving("saved")

    @property
    def trouble(self) -> LibraryError | None:
        """Why the file cannot be read any more, found by the last poll."""
        return self._trouble

    @property
    def has_locks(self) -> bool:
        return self._store is None or self._store.has_locks

    def write_back(self) -> None:
        if self._store is None:
            return
        with self._file_lock:
            self._store.write_back(self.memory.saved, self._last_time)
            self._trouble = None
        if self._writer:
            self._writer.retry()

    def flush(self, timeout: float | None) -> None:
        if self._writer:
            self._writer.flush(timeout)

    def close(self, timeout: float) -> None:
        if self._writer:
            self._writer.close(timeout)


def _has_both(tables: Tables, key: str) -> bool:
    return NOTE_OTHERS in tables["papers"].get(key, {})
