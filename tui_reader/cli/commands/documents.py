"""`documents [remove|restore|purge D]`"""

import argparse
from collections.abc import Callable
from typing import Any

from tui_reader.cli.context import Context
from tui_reader.cli.errors import DONE, UsageError
from tui_reader.cli.import_report import records_told
from tui_reader.cli.opening import opened
from tui_reader.cli.parser import Parser
from tui_reader.cli.times import day_of
from tui_reader.library.library import Library
from tui_reader.library.snapshot import DocumentInfo
from tui_reader.papers.as_json import iso_time

_TITLE = 3
_DONE = {"remove": "removed", "restore": "back", "purge": "purged, its bytes are gone"}


def declare(parser: Parser) -> None:
    parser.add_argument("what", nargs="?", choices=tuple(_DONE), help="hide, show again, delete")
    parser.add_argument("documents", nargs="*", metavar="D", help="an id, a file name or a name")
    parser.add_argument("--json", action="store_true", help="print an array of objects")


def run(args: argparse.Namespace, context: Context) -> int:
    if bool(args.what) != bool(args.documents):
        raise UsageError("which document? `tui-reader documents` lists them")
    with opened(context) as library:
        if args.what:
            change = _changes(library)[args.what]
            for word in args.documents:
                change(word)
                context.out.say(f"{word}: {_DONE[args.what]}")
            return DONE
        documents = library.documents()
    if args.json:
        context.out.objects(map(_fields, documents))
        return DONE
    context.out.table([_row(document) for document in documents], wide=_TITLE)
    return DONE


def _changes(library: Library) -> dict[str, Callable[[str], object]]:
    return {
        "remove": library.remove_document,
        "restore": library.restore_document,
        "purge": library.purge_document,
    }


def _row(document: DocumentInfo) -> list[str]:
    state = "purged" if document.purged else "removed" if document.removed_at else ""
    state = state or ("sample" if document.seed else "")
    name = (
        document.name if document.title == document.name else f"{document.title} ({document.name})"
    )
    records = records_told(document.records)
    return [document.id, day_of(document.imported_at), records, name, document.format, state]


def _fields(document: DocumentInfo) -> dict[str, Any]:
    return document._asdict() | {
        "title": document.title,
        "imported_at": iso_time(document.imported_at),
        "removed_at": iso_time(document.removed_at),
        "profiles": [profile._asdict() for profile in document.profiles],
        "problems": [problem._asdict() for problem in document.problems],
    }
