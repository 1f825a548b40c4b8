"""`mark STATUS ID…`"""

import argparse
from collections.abc import Sequence

from tui_reader.cli.changing import Change, declare_change, run_change
from tui_reader.cli.context import Context
from tui_reader.cli.errors import UsageError
from tui_reader.cli.parser import Parser
from tui_reader.library.library import Library
from tui_reader.papers import Status


def declare(parser: Parser) -> None:
    parser.add_argument("words", nargs="*", metavar="STATUS ID…", help=", ".join(Status))
    declare_change(parser)


def run(args: argparse.Namespace, context: Context) -> int:
    return run_change(Change(_take, Library.mark), args, context)


def _take(words: Sequence[str]) -> tuple[Status, Sequence[str]]:
    statuses = ", ".join(Status)
    if not words:
        raise UsageError(f"which status? One of {statuses}")
    try:
        return Status(words[0].casefold()), words[1:]
    except ValueError:
        raise UsageError(f"no such status: {words[0]}; there are {statuses}") from None
