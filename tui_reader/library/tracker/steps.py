"""Steps (one user action each), the edits they consist of, and applying them to tables."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from tui_reader.library.tracker import notes
from tui_reader.library.tracker.cells import (
    NOTE,
    REPLACES,
    TAG,
    TAGS,
    Cell,
    Row,
    Table,
    Tables,
    cell_of,
    own_copy,
    put_cell,
    table_of,
)
from tui_reader.library.tracker.values import is_value

# The field of a step that found nothing to change, so that it still stands in the history.
NOTHING = ""


class Edit(NamedTuple):
    """One field of one row; `seen` is what a note's writer had before him."""

    key: str
    field: str
    value: Any
    seen: notes.Seen | None = None


class HistoryEntry(NamedTuple):
    """One line of the history. `step` is the seq of its first entry; an undoing or
    redoing step names the step it is about."""

    seq: int
    step: int
    time: int
    origin: str
    key: str
    field: str
    old: Any
    new: Any
    label: str = ""
    undoes: int = 0
    redoes: int = 0


class Step:
    """One user action. `number` is 0 until it is on disk; `entries` are what it changed."""

    def __init__(
        self,
        label: str,
        time: int,
        edits: tuple[Edit, ...] = (),
        undoes: "Step | None" = None,
        redoes: "Step | None" = None,
        *,
        number: int = 0,
    ) -> None:
        self.label = label
        self.time = time
        self.edits = edits
        self.undoes = undoes
        self.redoes = redoes
        self.number = number
        self.entries: list[HistoryEntry] = []

    @property
    def keys(self) -> tuple[str, ...]:
        """Record keys (or decision and view keys) touched, each once, in order."""
        return tuple(dict.fromkeys(edit.key for edit in self.edits))


def apply(tables: Tables, step: Step, origin: str, seq: int = 0) -> list[HistoryEntry]:
    """Change the tables (rows are replaced) and return what changed, numbered from `seq`.

    A cell that is later already stays: fields merge by time.
    """
    entries: list[HistoryEntry] = []
    about = (step.label, _number(step.undoes), _number(step.redoes))
    for (name, key), edits in groupby(step.edits, key=_place):
        table = tables[name]
        row = own_copy(table.get(key, {}))
        for edit in edits:
            old, cell = _apply_edit(row, edit, step.time, origin)
            if cell is None:
                continue
            new, time, _ = cell
            number = seq + len(entries)
            entries.append(
                HistoryEntry(number, seq, time, origin, key, edit.field, old, new, *about)
            )
        if row:
            table[key] = row
    return entries


def _number(step: Step | None) -> int:
    return step.number if step else 0


def _place(edit: Edit) -> tuple[str, str]:
    return table_of(edit.field), edit.key


def _apply_edit(row: Row, edit: Edit, time: int, origin: str) -> tuple[Any, Cell | None]:
    """Old value and new cell; no cell where a later one stands."""
    if edit.field == NOTHING:
        return None, [None, time, origin]
    known = cell_of(row, edit.field)
    old = None if known is None else known[0]
    if edit.field == NOTE:
        return old, notes.write(row, edit.value, time, origin, edit.seen)
    if known is not None:
        if (known[1], known[2]) > (time, origin):
            return old, None
        if known[1] == time and known[2] == origin:
            time += 1
    cell: Cell = [edit.value, time, origin]
    put_cell(row, edit.field, cell)
    return old, cell


def edits_of(
    key: str, changes: Mapping[str, Any], papers: Table, aliases: Iterable[str] = ()
) -> Iterator[Edit]:
    """Edits of one row from field changes; tags come as {name: present}.

    A note remembers what its writer had in sight: here, and under the other keys of the paper.
    """
    for name, value in changes.items():
        if name == TAGS:
            yield from (Edit(key, TAG + tag, bool(present)) for tag, present in value.items())
            continue
        if not is_value(name, value):
            raise ValueError(f"{name} cannot be {value!r}")
        if name.endswith("_at"):
            yield Edit(key, name, value or 0)
        elif name == NOTE:
            yield Edit(key, name, value, notes.seen(papers.get(key, {})))
            others = {alias: papers[alias] for alias in aliases if alias in papers and alias != key}
            if seen := {alias: notes.seen(row) for alias, row in others.items() if NOTE in row}:
                yield Edit(key, REPLACES, seen)
        else:
            yield Edit(key, name, value)
