"""`views [save KEY QUERY… | delete KEY]`"""

import argparse
from collections.abc import Iterator

from tui_reader.cli.context import Context
from tui_reader.cli.errors import DONE, UsageError
from tui_reader.cli.opening import PATIENCE, opened
from tui_reader.cli.parser import Parser
from tui_reader.library.edits import Step
from tui_reader.library.library import Library
from tui_reader.library.views import BUILT_IN, View

_QUERY = 2


def declare(parser: Parser) -> None:
    parser.epilog = "`list --view KEY` lists a view; in the reader `f` opens and `F` saves one."
    parser.add_argument("--json", action="store_true", help="print an array of objects")


def run(args: argparse.Namespace, context: Context) -> int:
    with opened(context) as library:
        if args.words:
            step = _change(library, args.words)
            library.flush(PATIENCE)
            context.out.say(f"{step.label} · `tui-reader undo` takes it back")
            return DONE
        counted = [(view, library.search(view.query).exact) for view in _views(library)]
    if args.json:
        context.out.objects(view._asdict() | {"papers": count} for view, count in counted)
    else:
        rows = [[view.key, str(count), view.query] for view, count in counted]
        context.out.table(rows, wide=_QUERY)
    return DONE


def _views(library: Library) -> Iterator[View]:
    yield from BUILT_IN
    for key, query in library.views.items():
        yield View(key, "", query)


def _change(library: Library, words: list[str]) -> Step:
    match words:
        case ["save", key, *query] if "".join(query).strip():
            return library.save_view(key, " ".join(query))
        case ["delete", key]:
            return library.delete_view(key)
    raise UsageError("views, views save KEY QUERY…, or views delete KEY")
