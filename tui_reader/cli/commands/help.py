"""`help [TOPIC]`"""

import argparse
import difflib

from tui_reader.cli.context import Context
from tui_reader.cli.errors import DONE, NothingFound
from tui_reader.cli.help_topics import EXIT_CODES, FILES, FORMATS
from tui_reader.cli.parser import Parser
from tui_reader.cli.table import BY_NAME
from tui_reader.cli.usage import make_parser, overview
from tui_reader.search.language.help_text import QUERY_HELP

_TOPICS = {"query": QUERY_HELP, "formats": FORMATS, "files": FILES, "exit": EXIT_CODES}


def declare(parser: Parser) -> None:
    parser.add_argument("topic", nargs="?", help="a command, or " + ", ".join(_TOPICS))


def run(args: argparse.Namespace, context: Context) -> int:
    context.out.line(_text(args.topic).rstrip("\n"))
    return DONE


def _text(topic: str | None) -> str:
    if topic is None:
        return overview()
    if topic in _TOPICS:
        return _TOPICS[topic]
    if topic not in BY_NAME:
        known = [*_TOPICS, *BY_NAME]
        near = difflib.get_close_matches(topic, known, n=1)
        hint = f"; near it: {near[0]}" if near else "; there are " + ", ".join(known)
        raise NothingFound(f"no help on {topic}{hint}")
    command = BY_NAME[topic]
    parser = make_parser(command)
    command.load().declare(parser)
    return parser.format_help()
