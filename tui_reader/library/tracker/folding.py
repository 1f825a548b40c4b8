"""Rows of all records of a paper, seen as one reading state."""

from collections.abc import Iterable, Sequence
from typing import Any

from tui_reader.library.tracker import notes
from tui_reader.library.tracker.cells import NOTE, REPLACES, Cell, Row, cells_of, is_later
from tui_reader.papers import UNTOUCHED, ReadingState, Status
from tui_reader.papers.state import Before

FIELDS = ("status", "progress", "note", "starred", "queued_at", "started_at", "finished_at")


def fold(rows: Sequence[tuple[str, Row]]) -> ReadingState:
    """Fields by time, tags as sets with removals, notes joined; rows come with their keys."""
    if not rows:
        return UNTOUCHED
    cells = _latest(row for _, row in rows)
    values = {field: cell[0] for field, cell in cells.items()}
    status = Status(values.get("status") or Status.UNREAD)
    untouched = status is Status.UNREAD
    return ReadingState(
        status=status,
        progress=0 if untouched else 100 if status is Status.READ else values.get("progress") or 0,
        tags=tuple(sorted(f[4:] for f, value in values.items() if f[:4] == "tag:" and value)),
        note=folded_note(rows),
        starred=bool(values.get("starred")),
        queued_at=None if untouched else values.get("queued_at") or None,
        started_at=None if untouched else values.get("started_at") or None,
        finished_at=None if untouched else values.get("finished_at") or None,
        before_read=_before(values.get("before_read")),
    )


def changes_between(before: ReadingState, after: ReadingState) -> dict[str, Any]:
    """The field changes, as `Tracker.change` takes them, that lead from one state to the other."""
    changes: dict[str, Any] = {
        field: value
        for field in FIELDS
        if (value := getattr(after, field)) != getattr(before, field)
    }
    if after.before_read != before.before_read:
        changes["before_read"] = [value or 0 for value in after.before_read or ()]
    gone, come = set(before.tags), set(after.tags)
    if tags := {name: name in come for name in sorted(gone ^ come)}:
        changes["tags"] = tags
    return changes


def _latest(rows: Iterable[Row]) -> dict[str, Cell]:
    """Of each field the latest cell that says something."""
    latest: dict[str, Cell] = {}
    for row in rows:
        for field, cell in cells_of(row):
            known = latest.get(field)
            if cell[0] is not None and (known is None or is_later(cell, known)):
                latest[field] = cell
    return latest


def _before(value: Sequence[Any] | None) -> Before | None:
    if not value:
        return None
    status, progress, queued_at, started_at, finished_at = value
    return Status(status), progress, queued_at or None, started_at or None, finished_at or None


def folded_note(rows: Sequence[tuple[str, Row]]) -> str:
    if len(rows) == 1:
        (_, row) = rows[0]
        cells = notes.versions(row)
        return notes.joined(cells) if len(cells) != 1 else cells[0][0] or ""
    replaced: dict[str, notes.Seen] = {}
    for _, row in rows:
        if (cell := row.get(REPLACES)) is not None and cell[0]:
            for key, known in cell[0].items():
                before = replaced.get(key, {})
                replaced[key] = {
                    origin: max(known.get(origin, 0), before.get(origin, 0))
                    for origin in known | before
                }
    return notes.joined(
        cell
        for key, row in rows
        if NOTE in row
        for cell in notes.versions(row)
        if not notes.covers(replaced.get(key, {}), cell)
    )
