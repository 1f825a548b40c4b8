"""A few lines that name every next key of a key of two strokes."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from tui_reader.tui.drawing.marks import ASCII, UNICODE
from tui_reader.tui.text import cleaned, plain

Item = tuple[str, str]
# More lines only where words would be cut shorter than this.
LINES = 2
MOST_LINES = 4
SHORTEST = 24
GAP = 2


class KeyStrip(Widget):
    """Empty `items`: not shown at all."""

    items: reactive[tuple[Item, ...]] = reactive[tuple[Item, ...]]((), layout=True)

    def watch_items(self, items: tuple[Item, ...]) -> None:
        self.display = bool(items)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(len(arranged(self.items, max(width - 2, 1))), LINES)

    def render(self) -> Content:
        width = max(self.size.width - 2, 1)
        marks = ASCII if self.app.has_class("-ascii") else UNICODE
        rows = [
            [(marks.spelled(key), marks.spelled(words)) for key, words in row]
            for row in arranged(self.items, width)
        ]
        return Content("\n").join(map(_line, rows))


def arranged(items: Sequence[Item], width: int) -> list[list[Item]]:
    """The items in rows of at most this width, words cut evenly where they do not fit."""
    shown = [(key, cleaned(words)) for key, words in items]
    longest = max((len(words) for _, words in shown), default=0)
    while True:
        rows = _wrapped([(key, _cut(words, longest)) for key, words in shown], width)
        if len(rows) <= (LINES if longest > SHORTEST else MOST_LINES) or longest <= 1:
            return rows[:MOST_LINES]
        longest -= 1


def _wrapped(items: Sequence[Item], width: int) -> list[list[Item]]:
    rows: list[list[Item]] = [[]]
    used = 0
    for item in items:
        length = len(item[0]) + 1 + len(item[1])
        if rows[-1] and used + GAP + length > width:
            rows.append([])
            used = 0
        used += length + (GAP if rows[-1] else 0)
        rows[-1].append(item)
    return rows


def _cut(words: str, length: int) -> str:
    return words if len(words) <= length else words[: max(length - 1, 0)] + "…"


def _line(row: Sequence[Item]) -> Content:
    parts = []
    for key, words in row:
        parts.append(plain(key).stylize("$reader-accent") + plain(f" {words}"))
    return plain(" ") + plain(" " * GAP).join(parts)
