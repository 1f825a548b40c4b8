"""`duplicates [accept|refuse A B | split ID KEY]`"""

import argparse
from collections.abc import Iterator

from tui_reader.cli.context import Context
from tui_reader.cli.errors import DONE, UsageError
from tui_reader.cli.opening import PATIENCE, opened
from tui_reader.cli.parser import Parser
from tui_reader.cli.titles import authors_of, title_of
from tui_reader.latex import display
from tui_reader.library.library import Library
from tui_reader.papers import Paper

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
        pairs = list(_proposals(library))
    if args.json:
        out.objects({"first": a.id, "second": b.id, "titles": [a.title, b.title]} for a, b in pairs)
        return DONE
    for pair in pairs:
        for paper in pair:
            out.line("  ".join(filter(None, (paper.id, title_of(paper), authors_of(paper)))))
        out.line()
    out.say(_ABOUT if pairs else "no pair awaits a decision")
    return DONE


def _decide(what: str, ids: list[str], context: Context) -> int:
    if len(ids) != 2:
        raise UsageError(
            f"{what} takes " + ("a paper and a key of it" if what == "split" else "two papers")
        )
    with opened(context) as library:
        decide = {"accept": library.accept, "refuse": library.refuse, "split": library.split}[what]
        step = decide(*ids)
        library.flush(PATIENCE)
    context.out.say(f"{display(step.label)} · `tui-reader undo` takes it back")
    return DONE


def _proposals(library: Library) -> Iterator[tuple[Paper, Paper]]:
    """Each pair once, in the order of the list."""
    seen: set[frozenset[str]] = set()
    for paper in library.papers:
        for other in paper.proposed:
            pair = frozenset((paper.id, other))
            if pair not in seen:
                seen.add(pair)
                yield paper, library.resolve(other)
