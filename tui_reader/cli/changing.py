"""What mark, progress, tag, star and note have in common: IDs, --query and --stdin."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tui_reader.cli.choosing import papers_found, papers_named
from tui_reader.cli.context import Context
from tui_reader.cli.errors import DONE, FAILED, UsageError
from tui_reader.cli.line_input import STDIN, batches
from tui_reader.cli.opening import PATIENCE, opened
from tui_reader.cli.parser import Parser
from tui_reader.latex import display
from tui_reader.library.edits import Step
from tui_reader.library.errors import AmbiguousPaper, UnknownPaper
from tui_reader.library.garbage import not_collected
from tui_reader.library.library import Library
from tui_reader.papers import Paper
from tui_reader.papers.as_json import paper_fields
from tui_reader.text import clean_line

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Change(Generic[Value]):
    """`take` splits words into a value and IDs, or raises UsageError.

    `echo` is how --stdin answers the value.
    """

    take: Callable[[Sequence[str]], tuple[Value, Sequence[str]]]
    make: Callable[[Library, Sequence[Paper], Value], Step]
    echo: Callable[[Value], str] = str
    split: Callable[[str], list[str]] = str.split


def declare_change(parser: Parser) -> None:
    parser.add_argument("--query", metavar="Q", help="the papers this query finds, instead of IDs")
    parser.add_argument(
        "--stdin",
        action="store_true",
        help="a change a line, as the arguments stand here; each is answered `saved ID …`",
    )
    parser.add_argument("--json", action="store_true", help="print the changed papers as JSON")


def run_change(change: Change[Value], args: argparse.Namespace, context: Context) -> int:
    if args.stdin:
        if args.words or args.query:
            raise UsageError("--stdin takes neither IDs nor --query")
        return _from_stdin(change, context)
    value, ids = change.take(args.words)
    if bool(ids) == bool(args.query):
        raise UsageError("which papers? Give IDs, or --query Q")
    with opened(context) as library:
        papers, complete = (
            (papers_found(library, args.query), True)
            if args.query
            else papers_named(library, ids, context.out)
        )
        if papers:
            with not_collected:
                _change_once(change, library, papers, value, args.json, context)
    return DONE if complete else FAILED


def _change_once(
    change: Change[Value],
    library: Library,
    papers: Sequence[Paper],
    value: Value,
    as_json: bool,
    context: Context,
) -> None:
    step = change.make(library, papers, value)
    library.flush(PATIENCE)
    if as_json:
        context.out.objects(paper_fields(paper, library.state(paper)) for paper in step.papers)
    context.out.say(_answer(step, len(papers)))


def _answer(step: Step, papers: int) -> str:
    if not step.papers:
        return "nothing to change: so already"
    already = papers - len(step.papers)
    rest = f", {already} so already" if already else ""
    return f"{clean_line(display(step.label))}{rest} · `tui-reader undo` takes it back"


def _from_stdin(change: Change[Value], context: Context) -> int:
    """Each batch is changed in memory, saved in one write, and only then answered."""
    complete = True
    with opened(context) as library:
        for lines in batches(STDIN):
            library.poll()
            answers: list[str] = []
            for line in filter(str.strip, lines):
                try:
                    answers += _change_line(change, library, line)
                except (UsageError, UnknownPaper, AmbiguousPaper) as error:
                    context.out.say(f"tui-reader: {line.strip()}: {error}")
                    complete = False
            library.flush(PATIENCE)
            for answer in answers:
                context.out.line(answer)
            context.out.flush()
    return DONE if complete else FAILED


def _change_line(change: Change[Value], library: Library, line: str) -> list[str]:
    value, ids = change.take(change.split(line))
    if not ids:
        raise UsageError("no ID")
    change.make(library, [library.resolve(word) for word in ids], value)
    return [f"saved {word} {change.echo(value)}".rstrip() for word in ids]
