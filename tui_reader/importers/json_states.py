"""What the reader had made of a paper, as `list --json` prints it beside the facts."""

from datetime import UTC, datetime

from tui_reader.importers.json_fields import Fields
from tui_reader.papers import UNTOUCHED, ReadingState, Status

NAMES = frozenset((
    "status", "progress", "tags", "note", "starred", "queued_at", "started_at",
    "finished_at",
))  # fmt: skip


def state_of(fields: Fields) -> ReadingState:
    """The state told, each field only where it can be one; times become UTC milliseconds."""
    if NAMES.isdisjoint(fields.value):
        return UNTOUCHED
    return ReadingState(
        status=_status(fields),
        progress=_progress(fields),
        tags=tuple(dict.fromkeys(fields.texts("tags"))),
        note=fields.text("note"),
        starred=fields.flag("starred"),
        queued_at=_time(fields, "queued_at"),
        started_at=_time(fields, "started_at"),
        finished_at=_time(fields, "finished_at"),
    )


def _status(fields: Fields) -> Status:
    word = fields.text("status") or Status.UNREAD
    try:
        return Status(word)
    except ValueError:
        fields.wrong("status", "one of " + ", ".join(Status))
        return Status.UNREAD


def _progress(fields: Fields) -> int:
    value = fields.number("progress") or 0
    if not 0 <= value <= 100:
        fields.wrong("progress", "between 0 and 100")
        return 0
    return int(value)


def _time(fields: Fields, name: str) -> int | None:
    text = fields.text(name)
    if not text:
        return None
    try:
        told = datetime.fromisoformat(text)
    except ValueError:
        fields.wrong(name, "a time like 2026-11-20T10:00:00Z")
        return None
    known = told if told.tzinfo else told.replace(tzinfo=UTC)
    return round(known.timestamp() * 1000)
