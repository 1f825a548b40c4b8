"""The library screen: search line, list, detail, status line, footer."""

import gc
from contextlib import suppress

from textual import events, on, work
from textual.app import ComposeResult
from textual.getters import query_one
from textual.message import Message
from textual.worker import get_current_worker

from tui_reader.library.documents.progress import Stopped
from tui_reader.library.garbage import not_collected
from tui_reader.search.sort import Sort
from tui_reader.tui.actions.action import Where
from tui_reader.tui.actions.bindings import bindings_for
from tui_reader.tui.actions.footers import (
    STRIP,
    fixed_items,
    library_items,
    search_items,
    selection_items,
)
from tui_reader.tui.actions.table import actions_of
from tui_reader.tui.desk import answers
from tui_reader.tui.desk.desk import Desk
from tui_reader.tui.drawing.marks import Marks
from tui_reader.tui.screens.library.query_line import QueryLine
from tui_reader.tui.screens.library.remembering import Remembering
from tui_reader.tui.screens.library.selecting import Selecting
from tui_reader.tui.screens.marking import Marking
from tui_reader.tui.screens.program import Program
from tui_reader.tui.terminal.stopping import Stoppable
from tui_reader.tui.widgets.footer import Footer
from tui_reader.tui.widgets.pane import Pane
from tui_reader.tui.widgets.pane_rule import PaneRule
from tui_reader.tui.widgets.paper_list import PaperList
from tui_reader.tui.widgets.paper_view import PaperView
from tui_reader.tui.widgets.status_line import StatusLine

# What still works while the search line has the focus, beside its own keys.
_WHILE_SEARCHING = frozenset({"help", "palette", "copy_or_back"}) | {
    action.run.removeprefix("screen.") for action in actions_of(Where.SEARCH)
}


class LibraryScreen(Remembering, Marking, Selecting, Program):
    BINDINGS = bindings_for(Where.LIBRARY)
    AUTO_FOCUS = ""

    line = query_one(QueryLine)
    paper_list = query_one(PaperList)
    view = query_one(PaperView)
    list_rule = query_one("#list-rule", PaneRule)
    detail_rule = query_one("#detail-rule", PaneRule)
    footer = query_one(Footer)

    where = Where.LIBRARY

    class Indexed(Message):
        """There is a search index, or one of abstracts; what is counted can be shown."""

    def __init__(self, desk: Desk, marks: Marks) -> None:
        super().__init__(desk)
        self.marks = marks
        self._started = False
        self._indexing = False

    def compose(self) -> ComposeResult:
        self.choose_arrangement(restyle=False)
        screen, marks, watch = LibraryScreen, self.marks, self.desk.config.watch
        yield QueryLine(marks=marks).data_bind(screen.count)
        with Pane(id="panes"):
            with Pane(id="list-pane"):
                yield PaneRule(marks=marks, id="list-rule")
                yield PaperList(self.desk.state, marks=marks, watch=watch).data_bind(
                    screen.cursor, screen.selection, screen.stale, screen.results
                )
            with Pane(id="detail-pane"):
                yield PaneRule(marks=marks, id="detail-rule")
                view = self.bound(PaperView(marks=marks, watch=watch))
                yield view.data_bind(message=screen.welcome)
        yield StatusLine(marks=marks).data_bind(
            screen.answer,
            screen.position,
            screen.selected,
            screen.read,
            screen.saving,
            screen.trouble,
        )
        yield Footer(marks=marks)

    def on_mount(self) -> None:
        self.set_focus(self.paper_list)
        self.restore()
        # Now, not when told of the size: the first frame stands as it is to be.
        self.arrange_panes()
        self.ready()
        self.call_after_refresh(self.start)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """The cursor may have moved on the paper screen.

        What is shown for the first time has just been styled: Textual need not do so again.
        """
        event.refresh_styles = self._started
        if self._started:
            self.sync()

    def start(self) -> None:
        """What can wait until the first frame is painted."""
        not_collected.no_longer()
        self._started = True
        self.index_if_needed()
        self.tell_faults()
        self.offer_draft()

    def index_if_needed(self) -> None:
        known = self.desk.indexed and self.desk.counted
        if self._started and not known and not self._indexing:
            self._indexing = True
            self._build_index()

    @work(thread=True, group="index", exit_on_error=False)
    def _build_index(self) -> None:
        worker, app = get_current_worker(), self.app

        def go_on(done: object) -> None:
            if worker.is_cancelled:
                raise Stopped
            if isinstance(app, Stoppable):
                app.give_way()

        with suppress(Stopped):
            self.desk.build_index()
            self.post_message(self.Indexed())
            self.desk.add_abstracts(go_on)
            self.post_message(self.Indexed())
            self.desk.library.keep_index(go_on)
            # What was loaded lives as long as the program: no need to look through it again.
            gc.freeze()

    @on(Indexed)
    def _index_built(self) -> None:
        self._indexing = False
        self.look_at_last()
        self.sync()

    # Showing

    def sync(self) -> None:
        before, place = self.listing, (self.listing.filter, self.cursor, self.state)
        super().sync()
        if self.welcome and place != (self.listing.filter, self.cursor, self.state):
            self.dismiss_welcome()
        if self.listing is not before:
            self._show_rows()
        self._name_rules()
        self.name_keys()
        self.index_if_needed()

    def _show_rows(self) -> None:
        """Everything about the rows changes together, before the list draws again."""
        listing = self.desk.listing
        self.count = answers.count(listing) if listing.filter.text.strip() else ""
        self.paper_list.papers = listing.papers
        self.paper_list.sort = listing.filter.sorted_by
        self.paper_list.rows = listing.rows
        self.paper_list.similar_from = listing.exact if listing.similar else -1
        self.show_empty()
        self.paper_list.cursor = self.desk.cursor

    def show_empty(self) -> None:
        """What stands in a list without rows; its keys are those of where the focus is."""
        self.empty = "" if len(self.desk.listing) else self.nothing_here()
        self.paper_list.message = self.empty

    def repaint(self) -> None:
        self.paper_list.repaint()

    def _name_rules(self) -> None:
        wanted = self.desk.listing.filter
        order = self.desk.listing.order
        default = wanted.sort is None and not wanted.reverse and order is Sort.DATE
        self.list_rule.title = "Papers" if wanted.only is None else "Selected papers"
        self.list_rule.right = "" if default else answers.order_words(order, wanted.reverse)
        self.detail_rule.title = "Paper"
        self.detail_rule.right = self._place_words()
        self.list_rule.focused = not self.in_detail
        self.detail_rule.focused = self.in_detail

    def _place_words(self) -> str:
        if self.welcome or self.paper is None:
            return ""
        if self.arrangement.side:
            return "L LaTeX"
        first, last, total = self.view.place
        return f"{first}-{last} of {total}" if total > last - first + 1 else ""

    @on(PaperView.Scrolled)
    def _scrolled(self) -> None:
        self._name_rules()

    def name_keys(self) -> None:
        keymap = self.desk.config.keymap
        self.footer.fixed = () if self.strip else fixed_items(keymap, "quit")
        self.footer.lead = ""
        if self.strip:
            self.footer.items = STRIP
        elif self.searching:
            self.footer.items = search_items(keymap)
        elif self.selection:
            self.footer.lead = f"{len(self.selection)} selected:"
            self.footer.items = selection_items(keymap)
        else:
            self.footer.items = library_items(keymap)

    def show_joint(self) -> None:
        self.detail_rule.joint = self.view.edged = self.arrangement.joint

    def watch_in_detail(self, in_detail: bool) -> None:
        super().watch_in_detail(in_detail)
        if self.is_mounted:
            self._name_rules()

    def watch_searching(self, searching: bool) -> None:
        super().watch_searching(searching)
        if self.is_mounted:
            self.name_keys()
            self.show_empty()

    # Leaving

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is typed into the search line, letters are letters."""
        return self.focused is not self.line or action in _WHILE_SEARCHING

    def action_back(self) -> None:
        """One step back; at the end of them all, nothing."""
        if self.searching:
            self.action_keep()
        elif self.in_detail:
            self.in_detail = False
        elif self.desk.selection:
            self.desk.drop_selection()
            self._selected()
        elif not self.desk.listing.filter.is_empty:
            self.clear_filter()

    async def action_quit_from_list(self) -> None:
        if self.in_detail:
            self.in_detail = False
        else:
            await self.app.run_action("leave")

    def go_to(self, index: int) -> None:
        if self.welcome:
            self.dismiss_welcome()
        super().go_to(index)
