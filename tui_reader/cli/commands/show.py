"""`show ID…`"""

import argparse

from tui_reader.cli.choosing import papers_named
from tui_reader.cli.context import Context
from tui_reader.cli.errors import DONE, FAILED
from tui_reader.cli.opening import opened
from tui_reader.cli.paper_text import paper_text
from tui_reader.cli.parser import Parser
from tui_reader.papers.as_json import paper_fields


def declare(parser: Parser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID", help="an id, or the first 4 or more of it")
    parser.add_argument("--json", action="store_true", help="print an array of objects")


def run(args: argparse.Namespace, context: Context) -> int:
    out = context.out
    with opened(context) as library:
        papers, complete = papers_named(library, args.ids, out)
        if args.json:
            out.objects(paper_fields(paper, library.state(paper)) for paper in papers)
        elif papers:
            texts = [paper_text(paper, library.state(paper), out.width) for paper in papers]
            out.line("\n\n".join(texts))
    return DONE if complete else FAILED
