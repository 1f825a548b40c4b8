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

_AMOUNT = re.compile(r"([+-]?)(\d{1,6})%?|(\d{1,6})/(\d{1,6})", re.ASCII)


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
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise UsageError(f"no progress: {text}; say 40, 12/38 or +10")
    sign, number, page, pages = match.groups()
    if pages is not None:
        return Amount(_per_cent_of_pages(int(page), int(pages), text))
    if int(number) > 100:
        raise UsageError(f"progress is 0 to 100 per cent, not {text}")
    return Amount(int(sign + number), relative=bool(sign))


def _per_cent_of_pages(page: int, pages: int, text: str) -> int:
    if page > pages or pages == 0:
        raise UsageError(f"there is no page {page} of {pages}: {text}")
    return round(100 * page / pages)


def _take(words: Sequence[str]) -> tuple[Amount, Sequence[str]]:
    if not words:
        raise UsageError("how much is read? Say 40, 12/38 or +10")
    return amount_of(words[0]), words[1:]


def _set(library: Library, ids: Sequence[str], amount: Amount) -> Step:
    if amount.relative:
        return library.raise_progress(ids, amount.per_cent)
    return library.set_progress(ids, amount.per_cent)
