"""Bytes of reading.json to checked tables."""

import json
from pathlib import Path
from typing import Any

from tui_reader.library.errors import Damaged, NewerVersion
from tui_reader.library.tracker.cells import (
    DATA_TABLES,
    META,
    META_ROW,
    SCHEMA,
    Tables,
    empty_tables,
)
from tui_reader.library.tracker.migrations import migrated, schema_of
from tui_reader.library.tracker.origin import ORIGINS, are_origins
from tui_reader.library.tracker.values import is_count, is_row

NEEDED: dict[str, set[str]] = {
    "papers": set(),
    "corrections": {"title", "authors"},
    "decisions": {"decision"},
    "views": {"query"},
}


def parse(data: bytes, path: Path) -> tuple[Tables, bool]:
    """The tables and whether they had to be migrated; Damaged or NewerVersion, naming `path`."""
    try:
        raw = _decode(data)
        schema = schema_of(raw)
    except (ValueError, RecursionError) as error:
        raise Damaged(path, _cause(error)) from error
    if schema > SCHEMA:
        raise NewerVersion(path, schema, SCHEMA)
    try:
        return check(migrated(raw)), schema < SCHEMA
    except ValueError as error:
        raise Damaged(path, _cause(error)) from error


def _cause(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if isinstance(error, UnicodeDecodeError):
        return f"it is not UTF-8 (byte {error.start})"
    if isinstance(error, json.JSONDecodeError):
        return f"it is not JSON ({error.msg}, line {error.lineno}, column {error.colno})"
    return str(error)


def _decode(data: bytes) -> dict[str, Any]:
    if not data:
        raise ValueError("it is empty")
    text = data.decode("utf-8-sig")
    if not text.strip("\0"):
        raise ValueError("it holds nothing but zero bytes")
    raw = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse)
    if not isinstance(raw, dict):
        raise ValueError("it holds no tables")
    return raw


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one place")
    return found


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is no number")


def check(raw: dict[str, Any]) -> Tables:
    """The tables as the tracker relies on them; ValueError says what is wrong where.

    Tables and fields this version does not know are kept.
    """
    meta = raw[META][META_ROW]
    if not isinstance(meta.get("origin"), str) or not meta["origin"]:
        raise ValueError("it names no origin")
    if not is_count(meta.get("last_seq")):
        raise ValueError("its last_seq is no number")
    if not are_origins(meta.get(ORIGINS, {})):
        raise ValueError("its origins are none")
    tables = {**empty_tables(""), **raw}
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise ValueError(f"{name!a} is no table")
    for name in DATA_TABLES:
        needed = NEEDED[name]
        for key, row in tables[name].items():
            if not isinstance(row, dict) or not needed <= row.keys() or not is_row(row):
                raise ValueError(f"{key!a} in {name} is no row of the tracker")
    return tables
