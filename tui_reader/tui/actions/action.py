"""What a key does, as plain data: footer, help, palette, keymap and `tui-reader keys` read it."""

from enum import StrEnum
from typing import NamedTuple


class Where(StrEnum):
    """The screen, or the part of one, in which an action's keys work."""

    LIBRARY = "library"
    PAPER = "paper"
    SEARCH = "search"
    NOTE = "note"
    EVERYWHERE = "everywhere"


class Group(StrEnum):
    """The headings of the help screen, in its order."""

    MOVE = "Moving"
    SEARCH = "Searching"
    STATUS = "Status and progress"
    PAPER = "The paper"
    SELECT = "Selecting"
    SHOW = "Views, sorting, layout"
    SAME = "Doubtful papers"
    TAKE = "Copying and opening"
    PROGRAM = "The program"


class Action(NamedTuple):
    """`id` is what the config's keymap names; `keys` are spelled as Textual spells them.

    `run` is the method of the screen (`mark('read')` calls `action_mark('read')`),
    `word` what the footer says, `tooltip` the sentence of the help screen.
    """

    id: str
    keys: tuple[str, ...]
    run: str
    word: str
    tooltip: str
    group: Group
    where: frozenset[Where]


LIST = frozenset({Where.LIBRARY})
BOTH = frozenset({Where.LIBRARY, Where.PAPER})


def action(
    id: str,
    keys: str,
    run: str,
    word: str,
    tooltip: str,
    group: Group,
    where: frozenset[Where] = BOTH,
) -> Action:
    """One line of a table; `keys` with blanks between."""
    return Action(
        id=id,
        keys=tuple(keys.split()),
        run=run,
        word=word,
        tooltip=tooltip,
        group=group,
        where=where,
    )
