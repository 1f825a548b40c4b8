"""`history`: what changed when, newest first"""

import argparse
import json
from itertools import islice

from tui_reader.cli.context import Context
from tui_reader.cli.errors import DONE
from tui_reader.cli.opening import opened
from tui_reader.cli.parser import Parser
from tui_reader.cli.parser_types import count
from tui_reader.cli.times import moment_of
from tui_reader.cli.titles import title_of
from tui_reader.library.library import Library
from tui_reader.library.tracker.cells import TAG
from tui_reader.library.tracker.steps import HistoryEntry
from tui_reader.papers.as_json import iso_time

_TITLE = 3
_MANY = 50
_TOLD = frozenset(
    ("status", "progress", "note", "starred", "title", "authors", "decision", "query")
)


def declare(parser: Parser) -> None:
    parser.add_argument(
        "--limit", metavar="N", type=count, help=f"the newest N; on a terminal {_MANY}, else all"
    )
    parser.add_argument("--json", action="store_true", help="print an array of objects")


def run(args: argparse.Namespace, context: Context) -> int:
    out = context.out
    limit = args.limit or (_MANY if out.width is not None and not args.json else None)
    with opened(context) as library:
        entries = library.tracker.history()
        if args.json:
            out.objects(_fields(entry) for entry in islice(entries, limit))
        else:
            told = (entry for entry in entries if _is_told(entry.field))
            table = [_row(library, entry) for entry in islice(told, limit)]
            out.table(table, wide=_TITLE)
            if not table:
                out.say("no changes yet")
    return DONE


def _fields(entry: HistoryEntry) -> dict[str, object]:
    return {
        "seq": entry.seq,
        "step": entry.step,
        "time": iso_time(entry.time),
        "origin": entry.origin,
        "key": entry.key,
        "field": entry.field,
        "old": entry.old,
        "new": entry.new,
    }


def _is_told(field: str) -> bool:
    """Whether people want to hear of it; dates follow from the status, the rest is bookkeeping."""
    return field in _TOLD or field.startswith(TAG)


def _row(library: Library, entry: HistoryEntry) -> list[str]:
    paper = library.snapshot.find(entry.key)
    change = f"{_shown(entry.old)} -> {_shown(entry.new)}"
    return [moment_of(entry.time), entry.field, change, title_of(paper) if paper else entry.key]


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
