"""`stats`"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from tui_reader.cli.context import Context
from tui_reader.cli.errors import DONE
from tui_reader.cli.opening import opened
from tui_reader.cli.output import Output
from tui_reader.cli.parser import Parser
from tui_reader.latex import display
from tui_reader.library.clock import system_clock
from tui_reader.statistics import Group, Statistics, statistics

_SHOWN = 10
_BAR = 20


def declare(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="print an array of one object")


def run(args: argparse.Namespace, context: Context) -> int:
    with opened(context) as library:
        numbers = statistics(library.papers, library.state, now=system_clock())
    if args.json:
        context.out.objects([_fields(numbers)])
        return DONE
    for line in _lines(numbers, "#" if context.out.plain else "█"):
        context.out.line(line)
    _print_groups("Tag", numbers.tags, context.out)
    _print_groups("Author", numbers.authors, context.out)
    return DONE


def _fields(numbers: Statistics) -> dict[str, Any]:
    return {
        "papers": numbers.papers,
        "by_status": {status.value: count for status, count in numbers.by_status.items()},
        "finished_per_week": [
            {"week": week.name, "monday": week.monday.isoformat(), "finished": week.finished}
            for week in numbers.weeks
        ],
        "mean_progress": numbers.mean_progress,
        "tags": [asdict(group) for group in numbers.tags],
        "authors": [asdict(group) for group in numbers.authors],
    }


def _lines(numbers: Statistics, mark: str) -> Iterator[str]:
    yield f"{numbers.papers} papers, mean progress {numbers.mean_progress:g}%"
    yield ""
    for status, count in numbers.by_status.items():
        yield f"{status:8}{count:7}"
    yield ""
    yield "Finished per week"
    most = max(week.finished for week in numbers.weeks)
    for week in numbers.weeks:
        bar = mark * -(-week.finished * _BAR // most) if most else ""
        yield f"{week.name}{week.finished:6} {bar}".rstrip()


def _print_groups(title: str, groups: Sequence[Group], out: Output) -> None:
    if not groups:
        return
    table = [[title, "papers", "finished", "progress"]]
    for group in groups[:_SHOWN]:
        progress = f"{group.mean_progress:g}%"
        table.append([display(group.name), str(group.papers), str(group.finished), progress])
    out.line()
    out.table(table, wide=0)
    if len(groups) > _SHOWN:
        out.line(f"and {len(groups) - _SHOWN} more, all with --json")
