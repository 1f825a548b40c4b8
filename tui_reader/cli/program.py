"""main(): find the command, run it, and turn whatever happens into a message and an exit code."""

import argparse
import signal
import sys
from collections.abc import Sequence

from tui_reader.cli.context import Context
from tui_reader.cli.errors import FAILED, SIGNALLED, USAGE, CannotPrint
from tui_reader.cli.output import Output, standard_output
from tui_reader.cli.parser import Parser, add_global_options, no_options
from tui_reader.cli.streams import abandon_stdout, secure
from tui_reader.cli.table import BY_NAME, OPEN, Command
from tui_reader.cli.usage import make_parser, overview


class Head(Parser):
    """The options before the command, and the help of the program as a whole."""

    def format_help(self) -> str:
        return overview()


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code; never a traceback."""
    secure()
    try:
        return _guarded(list(sys.argv[1:] if argv is None else argv))
    except BrokenPipeError:
        abandon_stdout()
        return SIGNALLED + signal.SIGPIPE
    except KeyboardInterrupt:
        return SIGNALLED + signal.SIGINT


def _guarded(argv: list[str]) -> int:
    out = standard_output(ascii="--ascii" in argv)
    try:
        code = _exit_code(argv)
        out.flush()
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - the one guard: a fault of ours ends in a line and a log
        return _explained(error, out)
    return code


def _exit_code(argv: list[str]) -> int:
    try:
        return _dispatch(argv)
    except SystemExit as stop:  # argparse: --help, --version and usage errors
        return stop.code if isinstance(stop.code, int) else USAGE


def _explained(error: Exception, out: Output) -> int:
    """CommandError and LibraryError say how they end; importing the latter costs a start."""
    code: int | None = getattr(error, "exit_code", None)
    if isinstance(error, CannotPrint):
        abandon_stdout()
    if code is not None:
        what = str(error)
    elif isinstance(error, OSError) and error.strerror:
        what, code = f"{error.filename or 'the system'}: {error.strerror}", FAILED
    else:
        # Imported here, as it is seldom needed.
        from tui_reader.cli.crash_log import write_crash

        what, code = f"{type(error).__name__}, a fault of tui-reader; {write_crash(error)}", FAILED
    out.say(f"tui-reader: {what}")
    return code


def _dispatch(argv: list[str]) -> int:
    head = Head(usage="[options] [command] …")
    add_global_options(head)
    place = 0
    while place < len(argv) and argv[place].startswith("-") and argv[place] not in ("-", "--"):
        place += max(head.length_of_option(argv[place]), 1)
    options = head.parse_args(argv[:place], no_options())
    command = BY_NAME.get(argv[place]) if place < len(argv) else OPEN
    rest = argv[place + 1 :] if command and place < len(argv) else argv[place:]
    return _run(command or OPEN, rest, options)


def _run(command: Command, argv: list[str], options: argparse.Namespace) -> int:
    module = command.load()
    parser = make_parser(command)
    module.declare(parser)
    args = parser.parse(argv, options)
    context = Context(
        out=standard_output(ascii=args.ascii),
        command=command.name,
        library=args.library,
        config=args.config,
        samples=args.samples,
        ascii=args.ascii,
    )
    code: int = module.run(args, context)
    return code
