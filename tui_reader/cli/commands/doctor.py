"""`doctor [--fix]`: what is wrong with the files of the library"""

import argparse
from collections.abc import Sequence
from typing import Any

from tui_reader.cli.context import Context
from tui_reader.cli.copies import directory_of
from tui_reader.cli.errors import DAMAGED, DONE, FAILED
from tui_reader.cli.parser import Parser
from tui_reader.library.doctor import Finding, examine, repair
from tui_reader.library.tracker.store import STATE


def declare(parser: Parser) -> None:
    parser.add_argument("--fix", action="store_true", help="put right what needs no decision")
    parser.add_argument("--json", action="store_true", help="print an array of objects")


def run(args: argparse.Namespace, context: Context) -> int:
    directory = directory_of(context)
    repaired = repair(directory) if args.fix and directory.is_dir() else []
    left = examine(directory)
    if args.json:
        found = [(finding, True) for finding in repaired] + [(finding, False) for finding in left]
        context.out.objects(_fields(finding, was_repaired) for finding, was_repaired in found)
    else:
        _tell(repaired, left, context)
    if any(finding.path == directory / STATE and not finding.repair for finding in left):
        return DAMAGED
    return FAILED if left else DONE


def _tell(repaired: Sequence[Finding], left: Sequence[Finding], context: Context) -> None:
    for finding in repaired:
        context.out.line(f"{finding.path}: repaired ({finding.problem})")
    for finding in left:
        advice = "`tui-reader doctor --fix` puts it right" if finding.repair else finding.advice
        context.out.line(f"{finding.path}: {finding.problem}" + (f"; {advice}" if advice else ""))
    if not left:
        context.out.say("nothing is wrong")


def _fields(finding: Finding, was_repaired: bool) -> dict[str, Any]:
    return {
        "path": str(finding.path),
        "problem": finding.problem,
        "advice": finding.advice,
        "fixable": finding.repair is not None,
        "repaired": was_repaired,
    }
