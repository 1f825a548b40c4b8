"""`undo` and `redo`"""

import argparse

from tui_reader.cli.context import Context
from tui_reader.cli.errors import DONE, FAILED, NothingFound
from tui_reader.cli.opening import PATIENCE, opened
from tui_reader.cli.parser import Parser


def declare(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="print an array of objects")


def run(args: argparse.Namespace, context: Context) -> int:
    redo = context.command == "redo"
    with opened(context) as library:
        undone = library.redo() if redo else library.undo()
        if undone is None:
            raise NothingFound(f"nothing to {context.command}")
        library.flush(PATIENCE)
    if args.json:
        ids = [paper.id for paper in undone.papers]
        left = [str(field) for field in undone.left]
        context.out.objects([{"label": undone.label, "papers": ids, "left": left}])
    context.out.say(f"{'redone' if redo else 'undone'}: {undone.label}")
    for field in undone.left:
        context.out.say(f"left as it is, changed since: {field}")
    return FAILED if undone.left else DONE
