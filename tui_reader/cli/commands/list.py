"""`list [QUERY…]`"""

import argparse
from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from tui_reader.cli.choosing import query_of
from tui_reader.cli.context import Context
from tui_reader.cli.errors import DONE, NothingFound
from tui_reader.cli.matches import match_fields
from tui_reader.cli.nothing_found import nothing_found
from tui_reader.cli.opening import opened
from tui_reader.cli.output import Output
from tui_reader.cli.parser import Parser
from tui_reader.cli.parser_types import count
from tui_reader.cli.titles import authors_of, first_author_of, title_of
from tui_reader.library.library import Library
from tui_reader.papers import Paper, Status
from tui_reader.papers.as_json import paper_fields
from tui_reader.search.results import Results
from tui_reader.search.sort import Sort

_TITLE = 3


def declare(parser: Parser) -> None:
    sorts = ", ".join(Sort)
    parser.epilog = "`tui-reader help query` tells what a query can say."
    parser.add_argument("--view", metavar="KEY", help="a saved query, which QUERY narrows")
    parser.add_argument("--sort", metavar="F", choices=[str(sort) for sort in Sort], help=sorts)
    parser.add_argument("--reverse", action="store_true", help="the other way round")
    parser.add_argument("--limit", metavar="N", type=count, help="the first N only")
    parser.add_argument("--json", action="store_true", help="print an array of objects")


def run(args: argparse.Namespace, context: Context) -> int:
    with opened(context) as library:
        query = query_of(library, args.words, args.view)
        sort = Sort(args.sort) if args.sort else None
        if not query:
            everything = _in_order(library, sort or Sort.DATE, args.reverse)
            return _print(library, everything, None, args, context.out)
        results = library.search(query, sort=sort, reverse=args.reverse)
        for hint in results.hints:
            context.out.say(f"tui-reader: {hint}")
        # What asks for nothing is no wish to see everything.
        positions = results.positions if results.query.terms else array("I")
        return _print(library, positions, results, args, context.out)


def _in_order(library: Library, sort: Sort, reverse: bool) -> Sequence[int]:
    """Newest first is how a library keeps its papers; it takes no index."""
    if sort is Sort.DATE and not reverse:
        return range(len(library.papers))
    return library.first_index.order(sort, reverse)


def _print(
    library: Library,
    positions: Sequence[int],
    results: Results | None,
    args: argparse.Namespace,
    out: Output,
) -> int:
    papers = [library.papers[position] for position in positions[: args.limit]]
    if args.json:
        out.objects(_objects(library, papers, results))
    else:
        out.table((_row(library, paper, out) for paper in papers), wide=_TITLE)
    if results is not None and papers:
        out.say(_counts(results, len(library.papers), len(papers)))
    if not papers:
        raise NothingFound("the library is empty" if results is None else nothing_found(results))
    return DONE


def _counts(results: Results, all_papers: int, listed: int) -> str:
    similar = f", {results.similar} similar" if results.similar else ""
    cut = f", the first {listed} listed" if listed < results.exact + results.similar else ""
    return f"{results.exact} exact{similar} of {all_papers}{cut}"


def _objects(
    library: Library, papers: Sequence[Paper], results: Results | None
) -> Iterator[dict[str, Any]]:
    for place, paper in enumerate(papers):
        fields = paper_fields(paper, library.state(paper))
        yield fields if results is None else fields | match_fields(results, place)


def _row(library: Library, paper: Paper, out: Output) -> list[str]:
    state = library.state(paper)
    in_part = state.status is Status.READING and state.progress
    marks = ((state.starred, "*"), (bool(paper.proposed), "="), (paper.needs_review, "?"))
    on_terminal = out.width is not None
    return [
        paper.id,
        f"{state.progress}%" if in_part and on_terminal else state.status.value,
        "".join(mark for is_so, mark in marks if is_so),
        title_of(paper, ascii=out.plain),
        first_author_of(paper) if on_terminal else authors_of(paper),
        paper.date[:4] if on_terminal else paper.date,
    ]
