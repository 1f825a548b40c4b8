"""The help of the program as a whole, and the parser of a command."""

from tui_reader.cli.parser import Parser, add_global_options
from tui_reader.cli.table import COMMANDS, Command

_OPTIONS = (
    ("--library DIR", "the library to use (or TUI_READER_LIBRARY)"),
    ("--config FILE", "the configuration to use"),
    ("--no-samples", "start a new library without the sample papers"),
    ("--ascii", "marks in ASCII only"),
    ("--version", "the version"),
)
_EXITS = "Exit codes: 0 done, 1 failed in part or nothing found, 2 usage; `help exit` has all."


def make_parser(command: Command) -> Parser:
    parser = Parser(
        command.name,
        usage=f"{command.name} [options] {command.usage}".rstrip(),
        summary=command.summary.capitalize() + ".",
        words=command.words,
    )
    add_global_options(parser)
    return parser


def overview() -> str:
    """What `tui-reader --help` prints."""
    rows = [(f"{c.name} {c.usage}".rstrip(), c.summary) for c in COMMANDS]
    rows[0] = (COMMANDS[0].usage, COMMANDS[0].summary)
    return "\n".join(
        [
            "tui-reader: the place in the terminal to read research papers",
            "",
            "usage: tui-reader [options] [PATH…]",
            "       tui-reader [options] COMMAND …",
            "",
            *_aligned(rows),
            "",
            "Options, before or after the command:",
            *_aligned(_OPTIONS),
            "",
            "`tui-reader help COMMAND` tells more; `tui-reader help query` the query language.",
            _EXITS,
            "",
        ]
    )


def _aligned(rows: list[tuple[str, str]] | tuple[tuple[str, str], ...]) -> list[str]:
    widest = max(len(left) for left, _ in rows)
    return [f"  {left:{widest}}  {right}" for left, right in rows]
