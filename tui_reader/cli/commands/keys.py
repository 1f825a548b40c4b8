"""`keys`: every key of the reader, with the reader's own keymap applied"""

import argparse
from collections.abc import Iterator

from tui_reader.cli.context import Context
from tui_reader.cli.errors import DONE
from tui_reader.cli.parser import Parser
from tui_reader.tui.actions.action import Action, Group
from tui_reader.tui.actions.keys import shown
from tui_reader.tui.actions.table import ACTIONS
from tui_reader.tui.config import load_config
from tui_reader.tui.keymap import keys_of

_WHAT = 1


def declare(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="print an array of objects")


def run(args: argparse.Namespace, context: Context) -> int:
    config = load_config(context.config)
    for problem in config.problems:
        context.out.say(f"tui-reader: {problem}")
    keys = keys_of(config.keymap)
    if args.json:
        context.out.objects(_fields(action, keys[action.id]) for action in ACTIONS)
        return DONE
    context.out.table(list(_table(keys)), wide=_WHAT)
    return DONE


def _fields(action: Action, keys: tuple[str, ...]) -> dict[str, object]:
    return {
        "id": action.id,
        "keys": [shown(key) for key in keys],
        "description": action.word,
        "tooltip": action.tooltip,
        "group": action.group.value,
        "where": sorted(action.where),
    }


def _table(keys: dict[str, tuple[str, ...]]) -> Iterator[list[str]]:
    for group in Group:
        for action in ACTIONS:
            if action.group is group:
                shown_keys = " ".join(map(shown, keys[action.id]))
                yield [shown_keys, action.tooltip, action.id]
