"""Which columns a list of some width has, and how wide each is."""

from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple


class Column(Enum):
    """In the order of the row."""

    GUTTER = auto()
    MARK = auto()
    STATUS = auto()
    BAR = auto()
    FLAGS = auto()
    TITLE = auto()
    AUTHOR = auto()
    CATEGORY = auto()
    SCORE = auto()
    PROGRESS = auto()
    ADDED = auto()
    YEAR = auto()


class Slot(NamedTuple):
    """A column, its width and the blanks before it."""

    column: Column
    width: int
    gap: int = 0


# From this width of the list on.
WORDS, AUTHORS, FACTS, ROOMY = 40, 66, 90, 110
SHORT_AUTHOR, LONG_AUTHOR = 10, 24
YEAR, YEAR_WITH_DOUBT = 4, 5
# Below this a column gives way to the title.
READABLE_TITLE, LEAST_TITLE = 30, 16

_SORTED = {
    "date": Slot(Column.YEAR, YEAR, 1),
    "author": Slot(Column.AUTHOR, SHORT_AUTHOR, 1),
    "progress": Slot(Column.PROGRESS, 4, 1),
    "added": Slot(Column.ADDED, 10, 1),
    "category": Slot(Column.CATEGORY, 2, 1),
    "score": Slot(Column.SCORE, 5, 1),
}


def columns(width: int, sort: str) -> tuple[Slot, ...]:
    """The columns that fill exactly `width` cells; the one sorted by is always among them."""
    slots = _usual(width)
    wanted = _SORTED.get(sort)
    if wanted and all(slot.column is not wanted.column for slot in slots):
        slots.append(wanted)
        kept = wanted.column
        slots = _without(slots, Column.AUTHOR, kept, width, READABLE_TITLE)
        slots = _without(slots, Column.YEAR, kept, width, LEAST_TITLE)
    title = Slot(Column.TITLE, max(width - _cells(slots), 0))
    return tuple(sorted((*slots, title), key=lambda slot: slot.column.value))


def _usual(width: int) -> list[Slot]:
    gutter = Slot(Column.GUTTER, 2)
    if width < WORDS:
        return [gutter, Slot(Column.MARK, 2), Slot(Column.FLAGS, 2)]
    slots = [gutter, Slot(Column.STATUS, 10), Slot(Column.FLAGS, 3)]
    if width >= AUTHORS:
        author = LONG_AUTHOR if width >= ROOMY else SHORT_AUTHOR
        slots.append(Slot(Column.AUTHOR, author, 1))
    if width >= FACTS:
        slots += [Slot(Column.CATEGORY, 2, 1), Slot(Column.SCORE, 5, 1)]
    if width >= ROOMY:
        # the blank behind it, so that it stands apart from the flags
        slots.append(Slot(Column.BAR, 6))
    slots.append(Slot(Column.YEAR, YEAR_WITH_DOUBT if width >= FACTS else YEAR, 1))
    return slots


def _without(
    slots: list[Slot], column: Column, wanted: Column, width: int, least: int
) -> list[Slot]:
    """Without a column where the title would have fewer than `least` cells."""
    if column is wanted or width - _cells(slots) >= least:
        return slots
    return [slot for slot in slots if slot.column is not column]


def _cells(slots: Iterable[Slot]) -> int:
    return sum(slot.width + slot.gap for slot in slots)
