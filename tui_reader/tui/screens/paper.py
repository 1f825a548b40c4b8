"""The paper screen: one paper in full width."""

from collections.abc import Callable

from textual import events, on
from textual.app import ComposeResult
from textual.getters import query_one

from tui_reader.tui.actions.action import Where
from tui_reader.tui.actions.bindings import bindings_for
from tui_reader.tui.actions.footers import STRIP, fixed_items, paper_items
from tui_reader.tui.desk.desk import Desk
from tui_reader.tui.desk.layout import arrange
from tui_reader.tui.drawing.marks import Marks
from tui_reader.tui.screens.marking import Marking
from tui_reader.tui.screens.noting import Noting
from tui_reader.tui.screens.program import Program
from tui_reader.tui.screens.reading import Reading
from tui_reader.tui.widgets.footer import Footer
from tui_reader.tui.widgets.pane_rule import PaneRule
from tui_reader.tui.widgets.paper_view import PaperView
from tui_reader.tui.widgets.status_line import StatusLine

MEASURE = 88


class PaperScreen(Reading, Marking, Noting, Program):
    """Shares the desk with the library screen below it, so its cursor goes along."""

    BINDINGS = bindings_for(Where.PAPER)
    AUTO_FOCUS = ""

    view = query_one(PaperView)
    rule = query_one(PaneRule)
    footer = query_one(Footer)

    where = Where.PAPER

    def __init__(
        self,
        desk: Desk,
        marks: Marks,
        *,
        list_query: Callable[[str], None],
        search: Callable[[], None],
    ) -> None:
        """`list_query` and `search` go on in the list, after this screen is left."""
        super().__init__(desk)
        self.marks = marks
        self._list_query = list_query
        self._search = search

    def compose(self) -> ComposeResult:
        screen, marks = PaperScreen, self.marks
        yield PaneRule(marks=marks)
        yield self.bound(PaperView(marks=marks, watch=self.desk.config.watch, measure=MEASURE))
        yield StatusLine(marks=marks).data_bind(
            screen.answer, screen.position, screen.saving, screen.trouble
        )
        yield Footer(marks=marks)

    def on_mount(self) -> None:
        self.set_focus(self.view)
        self.rule.focused = True
        self.name_keys()
        self.sync()
        self.ready()

    # Showing

    def on_resize(self, event: events.Resize) -> None:
        too_small = arrange(*event.size).too_small
        self.set_class(bool(too_small), "-too-small")
        self.view.message = too_small

    def sync(self) -> None:
        super().sync()
        self._show_place()

    def name_keys(self) -> None:
        keymap = self.desk.config.keymap
        self.footer.items = STRIP if self.strip else paper_items(keymap)
        self.footer.fixed = () if self.strip else fixed_items(keymap, "paper.back")

    def watch_variant(self) -> None:
        if self.is_mounted:
            self._show_place()

    def _show_place(self) -> None:
        """What the rule and the status line say beside the paper."""
        paper, count = self.desk.paper, len(self.desk.listing)
        self.rule.title = f"Paper {self.desk.cursor + 1} of {count}" if paper else "Paper"
        variants = len(paper.abstracts) if paper else 0
        self.rule.right = (
            f"abstract {self.variant + 1} of {variants} · x shows the other" if variants > 1 else ""
        )
        first, last, total = self.view.place
        if last >= total:
            self.position = "end · ] next unread"
        else:
            self.position = f"{first}-{last} of {total}"

    @on(PaperView.Scrolled)
    def _scrolled(self) -> None:
        self._show_place()

    # Keys

    def action_move(self, step: int) -> None:
        self.view.scroll_lines(step)

    def action_page(self, pages: float) -> None:
        lines = max(int(abs(pages) * self.view.page_height), 1)
        self.view.scroll_lines(lines if pages > 0 else -lines)

    def action_move_to_start(self) -> None:
        self.view.scroll_to_start()

    def action_move_to_end(self) -> None:
        self.view.scroll_to_end()

    def action_move_other(self, step: int) -> None:
        self.go_to(self.desk.cursor + step)

    def action_back(self) -> None:
        self.dismiss()

    def action_search(self) -> None:
        """Searching is done in the list."""
        self.dismiss()
        self._search()

    def list_query(self, text: str) -> None:
        self.dismiss()
        self._list_query(text)
