"""`star on|off ID…`"""

import argparse
from collections.abc import Sequence

from tui_reader.cli.changing import Change, declare_change, run_change
from tui_reader.cli.context import Context
from tui_reader.cli.errors import UsageError
from tui_reader.cli.parser import Parser
from tui_reader.library.edits import Step
from tui_reader.library.library import Library
from tui_reader.papers import Paper

_WORDS = {"on": True, "off": False}


def declare(parser: Parser) -> None:
    parser.add_argument("words", nargs="*", metavar="on|off ID…", help="star, or take it away")
    declare_change(parser)


def run(args: argparse.Namespace, context: Context) -> int:
    return run_change(Change(_take, _star, _echo), args, context)


def _take(words: Sequence[str]) -> tuple[bool, Sequence[str]]:
    if not words or words[0].casefold() not in _WORDS:
        raise UsageError("star on, or star off?")
    return _WORDS[words[0].casefold()], words[1:]


def _star(library: Library, papers: Sequence[Paper], on: bool) -> Step:
    return library.star(papers, on)


def _echo(on: bool) -> str:
    return "on" if on else "off"
