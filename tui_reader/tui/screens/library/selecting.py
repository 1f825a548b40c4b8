"""Selecting papers in the list."""

from tui_reader.tui.desk.answers import NO_PAPER, NOTHING
from tui_reader.tui.screens.desk_screen import DeskScreen


class Selecting(DeskScreen, part=True):
    def action_select(self) -> None:
        """Select the paper under the cursor, or take it out, and move down."""
        desk = self.desk
        if desk.paper is None:
            self.say(NO_PAPER)
            return
        desk.selection = desk.selection.toggled(desk.paper.id)
        desk.go_to(desk.cursor + 1)
        self._selected()

    def action_select_range(self) -> None:
        """Begin a range at the cursor, or end the one that was begun."""
        desk = self.desk
        if desk.paper is None:
            self.say(NO_PAPER)
            return
        if desk.selection.anchor is not None:
            desk.selection = desk.selection.ended()
        else:
            desk.selection = desk.selection.started(desk.cursor, desk.paper.id)
        self._selected()

    def action_select_all(self) -> None:
        """Select all that are listed, or none of them when all were selected."""
        self.desk.select_all()
        self._selected()

    def _selected(self) -> None:
        self.say(NOTHING)
        self.sync()
