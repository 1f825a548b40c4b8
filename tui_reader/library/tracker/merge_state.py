"""Another machine's state folded into this one: the same result in whichever order it is done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tui_reader.library.clock import Clock
from tui_reader.library.errors import LibraryError
from tui_reader.library.files.locks import locked
from tui_reader.library.files.safe_files import read_regular
from tui_reader.library.tracker import notes
from tui_reader.library.tracker.cells import (
    DATA_TABLES,
    META,
    META_ROW,
    NOTE,
    NOTE_OTHERS,
    NOTE_SEEN,
    TAGS,
    Cell,
    Row,
    Tables,
    cell_of,
    cells_of,
    different_keys,
    is_later,
    own_copy,
    shared_copy,
)
from tui_reader.library.tracker.history import History
from tui_reader.library.tracker.schema import parse
from tui_reader.library.tracker.steps import HistoryEntry
from tui_reader.library.tracker.store import Store

LABEL = "merged state"


@dataclass(frozen=True, slots=True)
class StateMerge:
    """Keys of rows that changed here, those with two notes now, and history lines that joined."""

    keys: frozenset[str]
    both_notes: frozenset[str]
    history: int


def merged(mine: Tables, theirs: Tables) -> Tables:
    """Fields by time, tags as sets with removals, notes all kept; `meta` stays mine."""
    tables = shared_copy(mine)
    for name in DATA_TABLES:
        table = tables[name]
        for key, row in theirs[name].items():
            table[key] = merged_row(table[key], row) if key in table else row
    return tables


def merged_row(mine: Row, theirs: Row) -> Row:
    row = own_copy(mine)
    if NOTE in theirs:
        notes.merge(row, theirs)
    for field, cell in theirs.items():
        if field == TAGS:
            _merge_cells(row.setdefault(TAGS, {}), cell)
        elif field not in (NOTE, NOTE_OTHERS, NOTE_SEEN):
            _merge_cells(row, {field: cell})
    return row


def _merge_cells(mine: dict[str, Cell], theirs: dict[str, Cell]) -> None:
    for name, cell in theirs.items():
        known = mine.get(name)
        if known is None or is_later(cell, known):
            mine[name] = cell


def merge_state(directory: Path, file: Path, clock: Clock) -> StateMerge:
    """Fold a reading.json into the library's; with the history beside it, if there is one.

    A copy is made first. LibraryError if the file is missing, damaged or newer; Locked.
    """
    found = read_regular(file)
    if found is None:
        raise LibraryError(f"{file} does not exist")
    theirs, _ = parse(found[0], file)
    store = Store(directory)
    with locked(store.lock_path):
        mine = store.load(clock(), read_only=True)
        store.backups.make(store.path, clock(), "merge")
        tables = merged(mine, theirs)
        last_seq = mine[META][META_ROW]["last_seq"]
        entries = _renumbered(
            list(store.history.newest_first(last_seq)),
            [*_entries_beside(file, theirs), *_changed(mine, tables)],
            last_seq,
        )
        meta = {**tables[META][META_ROW], "last_seq": last_seq + len(entries)}
        store.put({**tables, META: {META_ROW: meta}}, entries, clock())
    keys = different_keys(mine, tables)
    both = {key for key in keys if NOTE_OTHERS in tables["papers"].get(key, {})}
    return StateMerge(frozenset(keys), frozenset(both), len(entries))


def _entries_beside(file: Path, tables: Tables) -> list[HistoryEntry]:
    last_seq = tables[META][META_ROW]["last_seq"]
    return list(History(file.parent / "history").newest_first(last_seq))[::-1]


def _changed(before: Tables, after: Tables) -> Iterator[HistoryEntry]:
    """What the merge changed, as lines of history, should the other side's tell it not."""
    for name in DATA_TABLES:
        for key, row in after[name].items():
            old_row = before[name].get(key, {})
            for field, cell in () if row is old_row else cells_of(row):
                old = cell_of(old_row, field)
                if cell != old:
                    new, time, origin = cell
                    was = None if old is None else old[0]
                    yield HistoryEntry(0, 0, time, origin, key, field, was, new, LABEL)


def _renumbered(
    known: Iterable[HistoryEntry], others: Iterable[HistoryEntry], last_seq: int
) -> list[HistoryEntry]:
    """The others' lines that are not known, numbered on from `last_seq`, steps with them."""
    steps_of = {_change(entry): entry.step for entry in known}
    # By the others' number of a step; what has none is a step for each origin.
    numbers: dict[int | str, int] = {}
    joined: list[HistoryEntry] = []
    for entry in others:
        if (step := steps_of.get(_change(entry))) is not None:
            numbers.setdefault(entry.step or entry.origin, step)
            continue
        seq = last_seq + len(joined) + 1
        numbered = entry._replace(
            seq=seq,
            step=numbers.setdefault(entry.step or entry.origin, seq),
            undoes=numbers.get(entry.undoes, 0),
            redoes=numbers.get(entry.redoes, 0),
        )
        steps_of[_change(entry)] = numbered.step
        joined.append(numbered)
    return joined


def _change(entry: HistoryEntry) -> tuple[int, str, str, str]:
    return entry.time, entry.origin, entry.key, entry.field
