"""`restore [WHEN]`: a copy put back in the place of the present state"""

import argparse

from tui_reader.cli.context import Context
from tui_reader.cli.copies import copy_fields, directory_of
from tui_reader.cli.errors import DONE
from tui_reader.cli.parser import Parser
from tui_reader.library.clock import system_clock
from tui_reader.library.tracker.recovery import choose, copies, restore


def declare(parser: Parser) -> None:
    parser.add_argument(
        "when",
        nargs="?",
        metavar="WHEN",
        help="how the date of a copy begins (`tui-reader backups`), or `history`; else the newest",
    )
    parser.add_argument("--json", action="store_true", help="print an array of objects")


def run(args: argparse.Namespace, context: Context) -> int:
    directory = directory_of(context)
    copy = choose(copies(directory), args.when)
    kept = restore(directory, copy, system_clock)
    if args.json:
        context.out.objects([copy_fields(copy) | {"kept": str(kept) if kept else None}])
    inside = copy.inside
    context.out.say(
        f"restored {copy.date} ({copy.reason}): {inside.papers} papers touched, {inside.read} read"
    )
    if kept:
        context.out.say(f"what stood there is kept as {kept}")
    return DONE
