"""The rule above a pane, with what the pane is and how it is sorted or scrolled."""

from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from tui_reader.tui.drawing.cells import cut, width
from tui_reader.tui.drawing.lines import Piece
from tui_reader.tui.drawing.marks import UNICODE, Marks
from tui_reader.tui.text import cleaned
from tui_reader.tui.widgets.painting import Painted


class PaneRule(Painted):
    """`joint`: it begins where the line between two panes meets the rules above them."""

    title: reactive[str] = reactive("")
    right: reactive[str] = reactive("")
    focused: reactive[bool] = reactive(False)
    joint: reactive[bool] = reactive(False)

    def __init__(
        self, *, marks: Marks = UNICODE, joint: bool = False, id: str | None = None
    ) -> None:
        super().__init__(marks=marks, id=id)
        self.set_reactive(PaneRule.joint, joint)

    def draw(self, size: Size) -> list[Strip]:
        rule = self.marks.heavy_rule if self.focused else self.marks.rule
        style = "accent" if self.focused else "rule"
        room = size.width - self.joint
        title = (
            cut(f" {self.marks.spelled(cleaned(self.title))} ", room - 2, self.marks.cut)
            if self.title
            else ""
        )
        right = self._said(self.right)
        if width(title) + width(right) > room - 3:
            right = ""
        middle = room - width(title) - width(right) - 2
        ends = rule * (room - middle - width(title) - width(right) - 1)
        line = (
            Piece(self.marks.joint * self.joint, "rule"),
            Piece(rule * min(room, 1), style),
            Piece(title, "accent title" if self.focused else "title"),
            Piece(rule * middle, style),
            Piece(right, "muted"),
            Piece(ends, style),
        )
        return [self.paint(line).adjust_cell_length(size.width)]

    def _said(self, text: str) -> str:
        return f" {self.marks.spelled(cleaned(text))} " if text else ""
