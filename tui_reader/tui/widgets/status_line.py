"""The line that answers keys and says where the reader is and whether all is saved."""

from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from tui_reader.tui.drawing.cells import cut, width
from tui_reader.tui.drawing.lines import Piece, fit
from tui_reader.tui.text import cleaned
from tui_reader.tui.widgets.painting import Painted

MARGIN = 1
GAP = 2


class StatusLine(Painted):
    """`trouble`: `saving` says that something is wrong."""

    answer: reactive[str] = reactive("")
    position: reactive[str] = reactive("")
    selected: reactive[str] = reactive("")
    read: reactive[str] = reactive("")
    goal: reactive[str] = reactive("")
    saving: reactive[str] = reactive("")
    trouble: reactive[bool] = reactive(False)

    def draw(self, size: Size) -> list[Strip]:
        room = max(size.width - 2 * MARGIN, 0)
        answer = self._said(self.answer)
        facts = self._facts(room, width(answer))
        dot = f" {self.marks.dot} "
        before, saving = dot.join(facts), self._said(self.saving)
        right = width(before) + width(saving) + (width(dot) if before and saving else 0)
        left = cut(answer, room - right - GAP, self.marks.cut)
        line = (
            Piece(" " * MARGIN),
            Piece(left),
            Piece(" " * max(room - width(left) - right, 0)),
            Piece(before),
            Piece(dot if before and saving else ""),
            Piece(saving, "trouble" if self.trouble else ""),
        )
        return [self.paint(fit(line, size.width, self.marks.cut))]

    def _said(self, text: str) -> str:
        return self.marks.spelled(cleaned(text))

    def _facts(self, room: int, answer: int) -> list[str]:
        """What fits beside the answer: the read count goes first, then the position."""
        facts = {
            "position": self._said(self.position),
            "selected": self._said(self.selected),
            "read": self._said(self.read),
            "goal": self._said(self.goal),
        }
        for dropped in ("goal", "read", "position"):
            kept = [text for text in (*facts.values(), self._said(self.saving)) if text]
            if sum(map(width, kept)) + 3 * (len(kept) - 1) + GAP + answer <= room:
                break
            facts[dropped] = ""
        return [text for text in facts.values() if text]
