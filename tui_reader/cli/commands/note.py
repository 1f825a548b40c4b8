"""`note ID [TEXT|-]`"""

import argparse
from collections.abc import Sequence
from functools import partial

from tui_reader.cli.changing import Change, declare_change, run_change
from tui_reader.cli.choosing import papers_found
from tui_reader.cli.context import Context
from tui_reader.cli.errors import DONE, UsageError
from tui_reader.cli.line_input import STDIN, all_of
from tui_reader.cli.opening import opened
from tui_reader.cli.parser import Parser
from tui_reader.library.edits import Step
from tui_reader.library.library import Library
from tui_reader.papers import Paper


def declare(parser: Parser) -> None:
    parser.epilog = 'Without TEXT the note is printed; "" removes it, - reads it from stdin.'
    declare_change(parser)


def run(args: argparse.Namespace, context: Context) -> int:
    wanted = 0 if args.query else 1
    if not args.stdin and len(args.words) <= wanted and (args.words or args.query):
        return _print(args, context)
    if not args.stdin and args.words[wanted:] == ["-"]:
        args.words[wanted] = _text_from_stdin()
    change = Change(partial(_take, ids=wanted), _write, _echo, _split)
    return run_change(change, args, context)


def _take(words: Sequence[str], *, ids: int) -> tuple[str, Sequence[str]]:
    if len(words) <= ids:
        raise UsageError("which paper, and what note?")
    return " ".join(words[ids:]), words[:ids]


def _text_from_stdin() -> str:
    return all_of(STDIN).decode("utf-8", "surrogateescape").removesuffix("\n")


def _split(line: str) -> list[str]:
    return line.strip().split(maxsplit=1)


def _write(library: Library, papers: Sequence[Paper], text: str) -> Step:
    return library.set_note(papers, text)


def _echo(text: str) -> str:
    """The ID alone is the answer; a note may be long."""
    return ""


def _print(args: argparse.Namespace, context: Context) -> int:
    with opened(context) as library:
        papers = (
            papers_found(library, args.query) if args.query else [library.resolve(args.words[0])]
        )
        notes = [(paper.id, library.state(paper).note) for paper in papers]
    if args.json:
        context.out.objects({"id": id_, "note": note} for id_, note in notes)
        return DONE
    for id_, note in notes:
        if note:
            context.out.line(note)
        else:
            context.out.say(f"no note on {id_}")
    return DONE
