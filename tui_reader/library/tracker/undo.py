"""Which step undo and redo are about, across restarts and processes of this origin."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from tui_reader.library.tracker.cells import NOTE, NOTE_OTHERS, Tables, cell_of, table_of
from tui_reader.library.tracker.history import History
from tui_reader.library.tracker.notes import seen
from tui_reader.library.tracker.steps import Edit, HistoryEntry, Step


class Undone(NamedTuple):
    """What was undone or redone; `left` are (key, field) changed since, left as they are."""

    label: str
    keys: tuple[str, ...]
    left: tuple[tuple[str, str], ...] = ()


class Journal:
    """This library's own steps, newest first: those of this run, then the history's."""

    def __init__(self, history: History | None) -> None:
        self._history = history
        self._known: deque[Step] = deque()
        self._older: Iterator[Step] = iter(())
        self._by_number: dict[int, Step] = {}

    def start(self, own: Mapping[str, int], last_seq: int, unsaved: Sequence[Step]) -> None:
        """Begin anew from what is on disk, the unsaved steps after it.

        `own`: the origins whose steps these are, and up to which seq.
        """
        self._known = deque(reversed(unsaved))
        self._by_number = {}
        self._older = iter(())
        if self._history:
            self._older = self._read(self._history, own, last_seq)

    def record(self, step: Step) -> None:
        self._known.appendleft(step)

    def to_undo(self) -> tuple[Step, Step] | None:
        """The newest step not undone, and the one (itself or a redo of it) that did it last."""
        undone: set[Step] = set()
        redone: dict[Step, Step] = {}
        for step in self._newest_first():
            if step.undoes:
                if step.undoes not in redone:
                    undone.add(step.undoes)
            elif step.redoes:
                if step.redoes not in undone:
                    redone.setdefault(step.redoes, step)
            elif step.entries and step not in undone:
                return step, redone.get(step, step)
        return None

    def to_redo(self) -> tuple[Step, Step] | None:
        """The step last undone, and the one that undid it, unless a new step came since."""
        redone: set[Step] = set()
        for step in self._newest_first():
            if step.redoes:
                redone.add(step.redoes)
            elif step.undoes is None:
                return None
            elif step.undoes in redone:
                redone.discard(step.undoes)
            else:
                return step.undoes, step
        return None

    def _newest_first(self) -> Iterator[Step]:
        yield from self._known
        for step in self._older:
            self._known.append(step)
            yield step

    def _read(self, history: History, own: Mapping[str, int], last_seq: int) -> Iterator[Step]:
        lines = history.newest_first(last_seq)
        entries = (entry for entry in lines if entry.seq <= own.get(entry.origin, 0))
        for number, of_step in groupby(entries, key=lambda entry: entry.step):
            yield self._filled(number, list(of_step)[::-1])

    def _filled(self, number: int, entries: list[HistoryEntry]) -> Step:
        first = entries[0]
        step = self._numbered(number)
        step.label, step.time, step.entries = first.label, first.time, entries
        step.undoes = self._numbered(first.undoes) if first.undoes else None
        step.redoes = self._numbered(first.redoes) if first.redoes else None
        return step

    def _numbered(self, number: int) -> Step:
        """The one object for a step, named by later steps before it is read itself."""
        return self._by_number.setdefault(number, Step("", 0, number=number))


def reversal(entries: Sequence[HistoryEntry], tables: Tables) -> tuple[list[Edit], list[Edit]]:
    """Edits that put the old values back, and those left because the field changed since.

    The entries are of the newest step not undone, so a value of this origin that equals what
    they set is theirs, or was put back by undoing a later one.
    """
    edits: list[Edit] = []
    left: list[Edit] = []
    for entry in entries:
        row = tables[table_of(entry.field)].get(entry.key, {})
        cell = cell_of(row, entry.field)
        is_note = entry.field == NOTE
        same = cell is not None and cell[2] == entry.origin and cell[0] == entry.new
        edit = Edit(entry.key, entry.field, entry.old, seen(row) if is_note else None)
        (edits if same and not (is_note and NOTE_OTHERS in row) else left).append(edit)
    return edits, left
