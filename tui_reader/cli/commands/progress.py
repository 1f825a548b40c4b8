"""`progress N ID…`"""

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui_reader.cli.changing import Change, declare_change, run_change
from tui_reader.cli.context import Context
from tui_reader.cli.errors import UsageError
from tui_reader.cli.parser import Parser
from tui_reader.library.edits import Step
from tui_reader.library.library import Library
from tui_reader.papers import Paper
from tui_reader.papers.percent import NoProgress, percent_of

_RELATIVE = re.compile(r"[+-]\d{1,3}(?=%?$)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Amount:
    """Per cent, to be set or (`relative`) added."""

    per_cent: int
    relative: bool = False

    def __str__(self) -> str:
        return f"{self.per_cent:+d}" if self.relative else str(self.per_cent)


def declare(parser: Parser) -> None:
    parser.add_argument(
        "words", nargs="*", metavar="N ID…", help="per cent (40), pages (12/38), or +10, -10"
    )
    declare_change(parser)


def run(args: argparse.Namespace, context: Context) -> int:
    return run_change(Change(_take, _set), args, context)


def amount_of(text: str) -> Amount:
    """`40`, `40%`, `12/38`, `+10`; raises UsageError."""
    if match := _RELATIVE.match(text):
        return Amount(int(match[0]), relative=True)
    try:
        return Amount(percent_of(text))
    except NoProgress as reason:
        raise UsageError(str(reason)) from reason


def _take(words: Sequence[str]) -> tuple[Amount, Sequence[str]]:
    if not words:
        raise UsageError("how much is read? Say 40, 12/38 or +10")
    return amount_of(words[0]), words[1:]


def _set(library: Library, papers: Sequence[Paper], amount: Amount) -> Step:
    if amount.relative:
        return library.raise_progress(papers, amount.per_cent)
    return library.set_progress(papers, amount.per_cent)
