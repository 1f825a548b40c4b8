"""What rows, cells and their values may be, in the file and in what callers hand in."""

from collections.abc import Callable
from typing import Any

from tui_reader.library.tracker.cells import NOTE_OTHERS, NOTE_SEEN, REPLACES, TAG, TAGS
from tui_reader.papers import Status

# The end of year 9999, so that every time is a date.
END_OF_TIME = 253_402_300_799_999
# The end of year 8999: what is done after a change still has a date, though times never go back.
LATEST = 221_845_391_999_999


def is_value(field: str, value: object) -> bool:
    """Whether a change may set the field of a paper to this; None takes a value away."""
    if field.startswith(TAG):
        return isinstance(value, bool)
    return field in VALUES and (value is None or VALUES[field](value))


def is_row(row: dict[str, Any]) -> bool:
    for field, value in row.items():
        if is_part := PARTS.get(field):
            if not is_part(value):
                return False
        elif not _is_cell(value) or (
            value[0] is not None and field in VALUES and not VALUES[field](value[0])
        ):
            return False
    return True


def _is_cell(cell: object) -> bool:
    return type(cell) is list and len(cell) == 3 and is_time(cell[1]) and type(cell[2]) is str


def _are_tags(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_cell, value.values()))


def _are_notes(value: object) -> bool:
    return isinstance(value, list) and all(
        _is_cell(v) and (v[0] is None or _is_text(v[0])) for v in value
    )


def _is_seen(value: object) -> bool:
    return isinstance(value, dict) and all(map(is_count, value.values()))


def _are_seen(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_seen, value.values()))


def is_time(value: object) -> bool:
    return type(value) is int and 0 <= value <= LATEST


def is_count(value: object) -> bool:
    return type(value) is int and 0 <= value <= END_OF_TIME


def _is_percent(value: object) -> bool:
    return type(value) is int and 0 <= value <= 100


def _is_text(value: object) -> bool:
    return type(value) is str


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_status(value: object) -> bool:
    return isinstance(value, str) and value in STATUSES


def _are_authors(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_decision(value: object) -> bool:
    return value in ("same", "different")


def _is_before(value: object) -> bool:
    if not isinstance(value, list) or not value:
        return value == []
    return len(value) == 5 and _is_status(value[0]) and all(map(is_count, value[1:]))


STATUSES = frozenset(Status)
# What is no cell itself, and what the values of cells must be.
PARTS: dict[str, Callable[[object], bool]] = {
    TAGS: _are_tags,
    NOTE_OTHERS: _are_notes,
    NOTE_SEEN: _is_seen,
}
VALUES: dict[str, Callable[[object], bool]] = {
    "status": _is_status,
    "progress": _is_percent,
    "note": _is_text,
    "starred": _is_flag,
    "queued_at": is_count,
    "started_at": is_count,
    "finished_at": is_count,
    "before_read": _is_before,
    REPLACES: _are_seen,
    "title": _is_text,
    "authors": _are_authors,
    "decision": _is_decision,
    "query": _is_text,
}
