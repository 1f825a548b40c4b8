"""`duplicates [accept|refuse A B | split ID KEY]`"""

import argparse

from tui_reader.cli.context import Context
from tui_reader.cli.errors import DONE, CommandError, UsageError
from tui_reader.cli.opening import PATIENCE, opened
from tui_reader.cli.parser import Parser
from tui_reader.cli.titles import authors_of, title_of
from tui_reader.latex import display
from tui_reader.papers import Paper
from tui_reader.papers.proposal import Proposal

_ABOUT = "`duplicates accept A B` joins a pair, `duplicates refuse A B` keeps it apart for good"


def declare(parser: Parser) -> None:
    parser.add_argument("what", nargs="?", choices=("accept", "refuse", "split"))
    parser.add_argument(
        "ids", nargs="*", metavar="ID", help="two papers; for split a paper and a key"
    )
    parser.add_argument("--json", action="store_true", help="print an array of objects")


def run(args: argparse.Namespace, context: Context) -> int:
    if args.what:
        return _decide(args.what, args.ids, context)
    out = context.out
    with opened(context) as library:
        proposals = library.snapshot.proposals
        if args.json:
            out.objects(map(_fields, proposals))
            return DONE
        for proposal in proposals:
            for id_ in (proposal.first, proposal.second):
                out.line(_told(library.resolve(id_)))
            out.line(f"  {proposal.reason}\n")
    out.say(_ABOUT if proposals else "no pair awaits a decision")
    return DONE


def _decide(what: str, ids: list[str], context: Context) -> int:
    if len(ids) != 2:
        raise UsageError(
            f"{what} takes " + ("a paper and a key of it" if what == "split" else "two papers")
        )
    with opened(context) as library:
        if what != "split" and library.resolve(ids[0]).id == library.resolve(ids[1]).id:
            raise CommandError(f"{ids[0]} and {ids[1]} are one paper")
        decide = {"accept": library.accept, "refuse": library.refuse, "split": library.split}[what]
        step = decide(*ids)
        library.flush(PATIENCE)
    context.out.say(f"{display(step.label)} · `tui-reader undo` takes it back")
    return DONE


def _fields(proposal: Proposal) -> dict[str, str]:
    return {"first": proposal.first, "second": proposal.second, "reason": proposal.reason}


def _told(paper: Paper) -> str:
    return "  ".join(filter(None, (paper.id, title_of(paper), authors_of(paper))))
