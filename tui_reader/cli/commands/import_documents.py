"""`import PATH…|-`"""

import argparse
from pathlib import Path

from tui_reader.cli.context import Context
from tui_reader.cli.document_options import declare_documents, stdin_named
from tui_reader.cli.errors import DONE, FAILED
from tui_reader.cli.import_report import report_fields, report_lines, say_trouble
from tui_reader.cli.line_input import STDIN, all_of
from tui_reader.cli.opening import PATIENCE, opened
from tui_reader.cli.parser import Parser
from tui_reader.cli.progress_line import ProgressLine
from tui_reader.library.documents.report import Report
from tui_reader.library.library import Library


def declare(parser: Parser) -> None:
    declare_documents(parser)
    parser.add_argument(
        "--with-tracker",
        action="store_true",
        help="from JSON take status, tags, notes … too, for papers still untouched",
    )
    parser.add_argument("--dry-run", action="store_true", help="report only, change nothing")


def run(args: argparse.Namespace, context: Context) -> int:
    with opened(context) as library:
        report = _add(library, args)
        library.flush(PATIENCE)
        _tell(report, args, context)
        if not args.dry_run:
            # The papers are in: nobody need wait for their index to know what became of them.
            context.out.flush()
            with ProgressLine() as progress:
                library.keep_index(progress, to_search=False)
    unread = any(document.unread for document in report.documents)
    return FAILED if report.skipped or unread else DONE


def _tell(report: Report, args: argparse.Namespace, context: Context) -> None:
    if args.json:
        context.out.objects([report_fields(report)])
    else:
        for line in report_lines(report):
            context.out.line(line)
    say_trouble(report, context.out)
    if args.dry_run:
        context.out.say("nothing was changed (--dry-run)")


def _add(library: Library, args: argparse.Namespace) -> Report:
    if stdin_named(args.paths):
        data = all_of(STDIN)
        with ProgressLine() as progress:
            return library.add_bytes(
                "stdin",
                data,
                format=args.format,
                as_of=args.as_of,
                dry_run=args.dry_run,
                with_tracker=args.with_tracker,
                tell=progress,
            )
    with ProgressLine() as progress:
        return library.add(
            [Path(path) for path in args.paths],
            format=args.format,
            as_of=args.as_of,
            dry_run=args.dry_run,
            with_tracker=args.with_tracker,
            tell=progress,
        )
