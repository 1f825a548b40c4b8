"""The tracker's tables in memory: table -> row key -> field -> cell.

A cell is `[value, time, origin]`. Rows are never changed in place, so that threads and
the storage can share them. A value of None means "as if it had never been set".
"""

from collections.abc import Iterator
from typing import Any

Cell = list[Any]
Row = dict[str, Any]
Table = dict[str, Row]
Tables = dict[str, Table]

SCHEMA = 1
META = "meta"
META_ROW = "library"
DATA_TABLES = ("papers", "corrections", "decisions", "views")

TAGS = "tags"
TAG = "tag:"
NOTE = "note"
# Versions of a note written elsewhere meanwhile, and what its writer had seen (see notes.py).
NOTE_OTHERS = "note_others"
NOTE_SEEN = "note_seen"
# {key: seen}: notes under other keys that were in sight when this row's note was written.
REPLACES = "replaces"

TABLE_OF = {
    "title": "corrections",
    "authors": "corrections",
    "decision": "decisions",
    "query": "views",
}


def table_of(field: str) -> str:
    return TABLE_OF.get(field, "papers")


def empty_tables(origin: str) -> Tables:
    meta = {META_ROW: {"schema": SCHEMA, "origin": origin, "last_seq": 0}}
    return {META: meta, **{name: {} for name in DATA_TABLES}}


def shared_copy(tables: Tables) -> Tables:
    """New tables holding the same rows."""
    return {name: dict(table) for name, table in tables.items()}


def own_copy(row: Row) -> Row:
    """A row that may be changed: its cells are shared, its tags are not."""
    copy = dict(row)
    if TAGS in copy:
        copy[TAGS] = dict(copy[TAGS])
    return copy


def is_later(cell: Cell, than: Cell) -> bool:
    """By time, ties by origin; a full tie is decided by the value, the same way everywhere."""
    if cell[1] != than[1] or cell[2] != than[2]:
        return (cell[1], cell[2]) > (than[1], than[2])
    return repr(cell[0]) > repr(than[0])


def cell_of(row: Row, field: str) -> Cell | None:
    if field.startswith(TAG):
        cell: Cell | None = row.get(TAGS, {}).get(field.removeprefix(TAG))
    else:
        cell = row.get(field)
    return cell


def put_cell(row: Row, field: str, cell: Cell) -> None:
    """Into a row of one's own."""
    if field.startswith(TAG):
        row.setdefault(TAGS, {})[field.removeprefix(TAG)] = cell
    else:
        row[field] = cell


def cells_of(row: Row) -> Iterator[tuple[str, Cell]]:
    """Every field of a row with its cell, tags as `tag:NAME`; other versions of a note left out."""
    for field, cell in row.items():
        if field == TAGS:
            yield from ((TAG + name, tag) for name, tag in cell.items())
        elif field not in (NOTE_OTHERS, NOTE_SEEN):
            yield field, cell


def last_time(tables: Tables) -> int:
    times = (
        cell[1]
        for name in DATA_TABLES
        for row in tables[name].values()
        for _, cell in cells_of(row)
    )
    return max(times, default=0)


def different_keys(old: Tables, new: Tables) -> set[str]:
    """Row keys, of any table, that are not the same in both."""
    changed: set[str] = set()
    for name in DATA_TABLES:
        before, after = old[name], new[name]
        changed |= before.keys() ^ after.keys()
        changed.update(
            key
            for key, row in after.items()
            if (known := before.get(key)) is not row and known is not None and known != row
        )
    return changed
