"""`tui-reader [PATH…]`: the reader itself"""

import argparse
import difflib
import gc
import os
import shutil
from pathlib import Path

from tui_reader.cli.context import Context
from tui_reader.cli.errors import UsageError
from tui_reader.cli.parser import Parser
from tui_reader.cli.streams import all_are_terminals
from tui_reader.cli.table import BY_NAME
from tui_reader.tui.terminal.sizes import is_possible

_INSTEAD = "`tui-reader list` and `tui-reader show` work everywhere, `tui-reader help` names all"


def declare(parser: Parser) -> None:
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="imported first")


def run(args: argparse.Namespace, context: Context) -> int:
    _check_paths(args.paths)
    _check_terminal()
    # While modules load there is no garbage to find; the first frame turns this on again.
    gc.disable()
    # Only now: what follows costs the start of the reader.
    from tui_reader.cli.reader import read

    return read(args.paths, context)


def _check_terminal() -> None:
    if not all_are_terminals():
        raise UsageError(f"the reader needs a terminal for input and output; {_INSTEAD}")
    if os.environ.get("TERM") == "dumb":
        raise UsageError(f"the reader cannot draw on a dumb terminal (TERM=dumb); {_INSTEAD}")
    if not is_possible(*(size := shutil.get_terminal_size())):
        told = f"{size.columns}x{size.lines}"
        raise UsageError(f"no terminal is as large as this one says it is ({told}); {_INSTEAD}")


def _check_paths(paths: list[Path]) -> None:
    for path in paths:
        if not os.path.lexists(path):
            near = difflib.get_close_matches(str(path), BY_NAME, n=1)
            hint = f"; near it: {near[0]}" if near else ""
            raise UsageError(f"no such file, folder or command: {path}{hint}")
