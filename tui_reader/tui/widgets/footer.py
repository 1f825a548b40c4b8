"""The keys that serve now, in one line."""

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui_reader.tui.drawing.cells import width
from tui_reader.tui.drawing.lines import Line, Piece, fit, width_of
from tui_reader.tui.text import cleaned
from tui_reader.tui.widgets.painting import Painted

Item = tuple[str, str]
GAP = "  "


class Footer(Painted):
    """Items are (key as shown, word). Those in `fixed` stay; the others drop from the end."""

    lead: reactive[str] = reactive("")
    items: reactive[tuple[Item, ...]] = reactive[tuple[Item, ...]](())
    fixed: reactive[tuple[Item, ...]] = reactive[tuple[Item, ...]](())

    class Clicked(Message):
        """`key` as it is shown: one key, or a range of them (`1-5`)."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def on_mount(self) -> None:
        self._places: list[tuple[int, int, Footer.Clicked]] = []

    def render_line(self, y: int) -> Strip:
        room = self.size.width - len(GAP)
        right = [self._item(item) for item in self.fixed]
        right_width = sum(map(width_of, right)) + len(GAP) * max(len(right) - 1, 0)
        self._places = []
        line = self._left(room - right_width - len(GAP) * bool(right))
        at = max(room - right_width, 0)
        line.append(Piece(" " * max(at - width_of(line), 0)))
        for (key, _), item in zip(self.fixed, right, strict=True):
            line += [*item, Piece(GAP)]
            self._place(key, at, width_of(item))
            at += width_of(item) + len(GAP)
        return self.paint(fit(line, self.size.width, self.marks.cut))

    def _left(self, room: int) -> list[Piece]:
        """As many of the items as fit, from the first on."""
        lead = cleaned(self.lead)
        line = [Piece((f" {lead} " if lead else " ")[: max(room, 0)], "strong")]
        at = width(line[0].text)
        for named in self.items:
            item = self._item(named)
            end = at + width_of(item)
            if end > room:
                break
            line += [*item, Piece(GAP)]
            self._place(named[0], at, width_of(item))
            at = end + len(GAP)
        return line

    def _place(self, keys: str, at: int, cells: int) -> None:
        """Where a click is as good as a key; of several keys, the word belongs to the last."""
        end = at + cells
        *first, last = keys.split()
        for key in first:
            after = at + width(self.marks.spelled(cleaned(key)))
            self._places.append((at, after, self.Clicked(key)))
            at = after + 1
        self._places.append((at, end, self.Clicked(last)))

    def on_click(self, event: events.Click) -> None:
        for start, end, clicked in self._places:
            if start <= event.x < end:
                self.post_message(clicked)

    def _item(self, item: Item) -> Line:
        key, word = (self.marks.spelled(cleaned(text)) for text in item)
        return Piece(key, "key"), Piece(f" {word}" if word else "")
