"""What the help screen says: the welcome, all keys by group, the query language."""

from collections.abc import Mapping

from tui_reader.search.language.help_text import EXAMPLES
from tui_reader.tui.actions.action import Group
from tui_reader.tui.actions.keys import shown
from tui_reader.tui.actions.table import ACTIONS
from tui_reader.tui.texts.welcome import welcome

KEYS_WIDTH = 16


def help_lines(
    keymap: Mapping[str, tuple[str, ...]], papers: int, *, samples: bool
) -> list[tuple[str, str]]:
    """Pairs of keys and words; words without keys are text, keys without words a heading."""
    lines = [("", line) for line in welcome(papers, samples=samples).splitlines()]
    for group in Group:
        lines += [("", ""), (group.value, "")]
        lines += [
            (keys_shown(keymap.get(action.id, action.keys)), action.tooltip)
            for action in ACTIONS
            if action.group is group
        ]
    lines += [("", ""), ("Queries", "")]
    return lines + [(example.query, example.meaning) for example in EXAMPLES]


def keys_shown(keys: tuple[str, ...]) -> str:
    return " ".join(map(shown, keys))
