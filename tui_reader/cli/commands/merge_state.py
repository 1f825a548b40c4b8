"""`merge-state FILE`: what was done on another machine folded into this library"""

import argparse
from pathlib import Path

from tui_reader.cli.context import Context
from tui_reader.cli.errors import DONE
from tui_reader.cli.opening import opened
from tui_reader.cli.parser import Parser
from tui_reader.cli.titles import title_of
from tui_reader.library.clock import system_clock
from tui_reader.library.errors import ReadOnly
from tui_reader.library.tracker.merge_state import merge_state


def declare(parser: Parser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a reading.json")
    parser.add_argument("--json", action="store_true", help="print an array of objects")


def run(args: argparse.Namespace, context: Context) -> int:
    with opened(context) as library:
        if library.directory is None or library.tracker.read_only:
            raise ReadOnly(library.directory)
        merge = merge_state(library.directory, args.file, system_clock)
        find = library.snapshot.find
        changed = {paper.id: paper for key in merge.keys if (paper := find(key))}
        both = {paper.id for key in merge.both_notes if (paper := find(key))}
    if args.json:
        context.out.objects(
            [{"papers": sorted(changed), "both_notes": sorted(both), "history": merge.history}]
        )
    context.out.say(f"folded in: {len(changed)} papers changed, {merge.history} lines of history")
    for key in sorted(both):
        context.out.say(f"both notes are kept: {title_of(changed[key])} ({key})")
    return DONE
