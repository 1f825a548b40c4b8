"""What import and parse have in common."""

from collections.abc import Sequence

from tui_reader.cli.errors import UsageError
from tui_reader.cli.parser import Parser
from tui_reader.cli.parser_types import day
from tui_reader.importers.reading import FORMATS


def declare_documents(parser: Parser) -> None:
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a file, a folder with all below it, or - (stdin)"
    )
    parser.add_argument(
        "--format", metavar="F", choices=FORMATS, help=f"do not guess: {', '.join(FORMATS)}"
    )
    parser.add_argument(
        "--as-of", metavar="DATE", type=day, help="days without a year count back from here"
    )
    parser.add_argument("--json", action="store_true", help="print an array of objects")


def stdin_named(paths: Sequence[str]) -> bool:
    if "-" in paths and len(paths) > 1:
        raise UsageError("- (stdin) stands alone")
    return list(paths) == ["-"]
