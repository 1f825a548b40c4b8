"""`parse PATH…|-`: the records the documents tell, from them alone"""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tui_reader.cli.context import Context
from tui_reader.cli.document_options import declare_documents, stdin_named
from tui_reader.cli.errors import DONE, FAILED
from tui_reader.cli.import_report import ignored_line
from tui_reader.cli.line_input import STDIN, all_of
from tui_reader.cli.output import Output
from tui_reader.cli.parser import Parser
from tui_reader.cli.progress_line import ProgressLine
from tui_reader.cli.titles import authors_of, first_author_of, title_of
from tui_reader.importers.document import Document
from tui_reader.importers.reading import read_all
from tui_reader.library.documents.gathering import document_of, documents_at
from tui_reader.library.documents.progress import READING, Progress, Stopped
from tui_reader.library.documents.report import DocumentReport
from tui_reader.papers import Reading, Record
from tui_reader.papers.as_json import record_fields

_TITLE = 1


def declare(parser: Parser) -> None:
    declare_documents(parser)


def run(args: argparse.Namespace, context: Context) -> int:
    out = context.out
    documents, complete = _documents(args, out)
    readings = _read(documents, args.format)
    for reading in readings:
        for problem in reading.problems:
            out.say(str(problem))
        if reading.ignored:
            out.say(ignored_line(reading.document, reading.ignored))
    all_read = all(reading.format and not reading.unread for reading in readings)
    records = (record for reading in readings for record in reading.records)
    if args.json:
        out.objects(map(record_fields, records))
    else:
        out.table((_row(record, out) for record in records), wide=_TITLE)
    return DONE if complete and all_read else FAILED


def _read(documents: Sequence[Document], format: str | None) -> list[Reading]:
    with ProgressLine() as line:

        def told(done: int, total: int) -> None:
            line(Progress(READING, done / max(total, 1), done))

        try:
            return read_all(documents, format=format, progress=told)
        except Stopped as stopped:
            raise KeyboardInterrupt from stopped


def _documents(args: argparse.Namespace, out: Output) -> tuple[list[Document], bool]:
    as_of = args.as_of or date.today()
    if stdin_named(args.paths):
        return [document_of("stdin", all_of(STDIN), as_of)], True
    found = list(documents_at(map(Path, args.paths), as_of))
    skipped = [item for item in found if isinstance(item, DocumentReport)]
    for item in skipped:
        out.say(f"skipped {item.name}: {item.reason}")
    return [item for item in found if isinstance(item, Document)], not skipped


def _row(record: Record, out: Output) -> list[str]:
    return [
        "?" if record.needs_review else "",
        title_of(record, ascii=out.plain),
        authors_of(record) if out.width is None else first_author_of(record),
        record.date,
        record.category,
        f"{record.document}:{record.line}",
    ]
