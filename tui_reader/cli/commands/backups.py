"""`backups`: the copies of what you made of the papers, newest first"""

import argparse

from tui_reader.cli.context import Context
from tui_reader.cli.copies import copy_fields, directory_of
from tui_reader.cli.errors import DONE
from tui_reader.cli.parser import Parser
from tui_reader.library.tracker.recovery import Copy, copies

_CONTENTS = 2


def declare(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="print an array of objects")


def run(args: argparse.Namespace, context: Context) -> int:
    found = copies(directory_of(context))
    if args.json:
        context.out.objects(map(copy_fields, found))
        return DONE
    context.out.table(map(_row, found), wide=_CONTENTS)
    context.out.say(
        "`tui-reader restore WHEN` puts one back" if found else "there are no copies yet"
    )
    return DONE


def _row(copy: Copy) -> list[str]:
    inside = copy.inside
    what = f"damaged: {inside.error}" if inside.error else f"{inside.papers} papers touched"
    return [copy.date, copy.reason, what, "" if inside.error else f"{inside.read} read"]
