"""Older schemas brought up to this one, a version at a time."""

from collections.abc import Callable, Mapping
from typing import Any

from tui_reader.library.tracker.cells import META, META_ROW, SCHEMA, TAGS

Raw = dict[str, Any]
Migration = Callable[[Raw], Raw]


def schema_of(raw: Raw) -> int:
    """The schema number in the meta table; ValueError where there is none."""
    meta = raw.get(META)
    row = meta.get(META_ROW) if isinstance(meta, dict) else None
    schema = row.get("schema") if isinstance(row, dict) else None
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 0:
        raise ValueError("it names no schema")
    return schema


def dated_cells(raw: Raw) -> Raw:
    """0 to 1: plain values become cells, the oldest there are, so that any later change wins."""
    meta = raw[META][META_ROW]
    origin = str(meta.get("origin") or "0")
    papers = {
        key: {
            field: {tag: [True, 0, origin] for tag in value}
            if field == TAGS
            else [value, 0, origin]
            for field, value in row.items()
        }
        for key, row in raw.get("papers", {}).items()
    }
    return {
        META: {META_ROW: {"schema": 1, "origin": origin, "last_seq": 0}},
        "papers": papers,
        "corrections": {},
        "decisions": {},
        "views": {},
    }


# From each older schema to the next one.
MIGRATIONS: Mapping[int, Migration] = {0: dated_cells}


def migrated(raw: Raw) -> Raw:
    """The tables in today's schema; ValueError where a step does not know what it finds."""
    while (schema := schema_of(raw)) < SCHEMA:
        try:
            raw = MIGRATIONS[schema](raw)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"its schema {schema} is not what it should be") from error
    return raw
