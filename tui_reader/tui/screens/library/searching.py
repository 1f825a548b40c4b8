"""The search line: results at each key, kept or left."""

import asyncio

from textual import on, work
from textual.message import Message
from textual.reactive import var
from textual.worker import get_current_worker

from tui_reader.search.cancelled import Cancelled
from tui_reader.search.sort import Sort
from tui_reader.tui.desk import answers
from tui_reader.tui.desk.answers import NOTHING, Answer
from tui_reader.tui.desk.listing import Filter, Listing
from tui_reader.tui.screens.library.moving import Moving
from tui_reader.tui.widgets.search_line import SearchLine

MOST_RECENT = 50
# Seconds without a key after which a word is taken as typed.
PAUSE = 0.15


class Searching(Moving, part=True):
    searching: var[bool] = var(False)
    """Whether the search line has the focus."""
    count: var[str] = var("")
    empty: var[str] = var("")
    """What stands in the list when it has no rows."""

    home: str | None = None
    """The paper under the cursor before the search began."""
    recent: tuple[str, ...] = ()

    class Listed(Message):
        """A worker has made the listing that was asked for."""

        def __init__(self, listing: Listing, at: str | None) -> None:
            super().__init__()
            self.listing = listing
            self.at = at

    @property
    def line(self) -> SearchLine:
        raise NotImplementedError

    def watch_searching(self, searching: bool) -> None:
        if self.is_mounted and searching is not (self.focused is self.line):
            self.take_focus()

    def take_focus(self) -> None:
        """Put the focus where the reader is."""
        pane = self.view if self.in_detail else self.paper_list
        self.set_focus(self.line if self.searching else pane)

    # Asking

    def action_search(self) -> None:
        if self.desk.listing.filter.is_empty:
            self.home = self.desk.paper.id if self.desk.paper else None
        self.searching = True
        self.take_focus()
        self._kept = self.line.value
        # As in browsers: typing replaces the old query, an arrow key goes into it.
        self.line.select_all()

    @on(SearchLine.Edited)
    def _edited(self, message: SearchLine.Edited) -> None:
        if self.searching and message.text == self.line.value:
            self.ask(message.text)

    def ask(self, text: str) -> None:
        """List the papers of a query; with none, all, and the cursor where it was before."""
        if text == self.asked.text and self.asked.only is None:
            return
        at = self.home if not text.strip() else None
        self.show_filter(self.asked._replace(text=text, only=None), at)

    def show_filter(self, wanted: Filter, at: str | None) -> None:
        """List what passes: all at once where that is quick, else titles first and the rest
        from a worker."""
        if wanted != self.asked:
            self.say(NOTHING)
        self.asked, self._asked_at = wanted, at
        if self.desk.quick or (wanted.is_empty and wanted.sorted_by is Sort.DATE):
            self.workers.cancel_group(self, "listing")
            self.take_listing(self.desk.listed(wanted), at)
            return
        if self.desk.looks_first(wanted):
            self.take_listing(self.desk.first_look(wanted), at)
            if not self.desk.listing.first_look:
                self.workers.cancel_group(self, "listing")
                return
        elif not len(self.desk.listing):
            # The first frame of a filter from last time: all but its papers.
            self.sync()
        if not self._waits_for_index(wanted):
            self._list_behind(wanted, at)

    def _waits_for_index(self, wanted: Filter) -> bool:
        """Whether `look_at_last` will list it: a worker for each key that only waited for the
        index would leave no thread to make it."""
        asks = bool(wanted.text.strip()) and wanted.only is None
        return asks and not self.desk.indexed and not self.desk.is_small

    def look_at_last(self) -> None:
        """Show what was asked before there was an index to look into, or one of abstracts."""
        listing, paper = self.desk.listing, self.desk.paper
        if not self.asked.text.strip() or self.asked.only is not None:
            return
        if listing.filter != self.asked:
            self.show_filter(self.asked, self._asked_at)
        elif listing.first_look:
            self._list_behind(self.asked, self._asked_at or (paper.id if paper else None))

    asked: Filter = Filter()
    _asked_at: str | None = None
    """The paper the cursor is to come to once it is listed, until the reader moves."""

    def go_to(self, index: int) -> None:
        self._asked_at = None
        super().go_to(index)

    @work(exclusive=True, group="listing", exit_on_error=False)
    async def _list_behind(self, wanted: Filter, at: str | None) -> None:
        worker = get_current_worker()
        if wanted.text.strip() and self.desk.passes_over_abstracts:
            # Going through all papers would be in the way of the next key of a word.
            await asyncio.sleep(PAUSE)
        try:
            listing = await asyncio.to_thread(self.desk.listed, wanted, lambda: worker.is_cancelled)
        except Cancelled:
            return
        self.post_message(self.Listed(listing, at))

    @on(Listed)
    def _listed(self, message: Listed) -> None:
        if message.listing.filter != self.asked:
            return
        desk, listing, at = self.desk, message.listing, message.at
        shown, paper = desk.listing, desk.paper
        if shown.first_look and shown.filter == self.asked and paper and self._asked_at is None:
            # Where it takes but a moment, no order is kept that would be another a moment later.
            listing = listing if desk.is_small else listing.after(shown)
            at = paper.id if desk.cursor or not desk.is_small else at
        self.take_listing(listing, at)

    def take_listing(self, listing: Listing, at: str | None) -> None:
        """Show a listing and what is to be said about it."""
        self.desk.show(listing, at)
        self._show_hint(answers.hint(listing.results))
        self.sync()

    _hint = NOTHING

    def _show_hint(self, hint: Answer) -> None:
        """Say what is not understood, and no longer once it is."""
        if hint != NOTHING or self._answer == self._hint:
            self.say(hint)
        self._hint = hint

    def nothing_here(self) -> str:
        """What to say of a listing without rows."""
        # Imported here, as most listings have rows.
        from tui_reader.tui.texts.nothing_found import nothing_found

        queued = self.desk.count("status:queued") or 0
        return nothing_found(
            self.desk.listing,
            searching=self.searching,
            queued=queued,
            provisional=self.desk.library.provisional,
            pending=self.desk.listing.filter != self.asked,
        )

    # Leaving

    _kept: str = ""
    """The query that was in the line when it got the focus."""

    def action_keep(self) -> None:
        """To the list, with the filter as it is."""
        if self.line.value != self.asked.text:
            self.ask(self.line.value)
        self._remember(self.line.value)
        self.line.cursor_position = len(self.line.value)
        self.in_detail = False
        self.searching = False

    def action_leave_line(self) -> None:
        """As enter; but a query that finds nothing gives way to the one before it."""
        if self._kept.strip() and self.line.value.strip() and not len(self.desk.listing):
            self.line.value = self._kept
        self.action_keep()

    def clear_filter(self) -> None:
        """All papers, and the cursor where it was before the search."""
        before = self.home or (self.desk.paper.id if self.desk.paper else None)
        self.home = None
        self.line.value = ""
        self.show_filter(self.asked._replace(text="", only=None), before)

    def list_query(self, text: str) -> None:
        """Put a query into the search line, to be seen and edited."""
        if self.desk.listing.filter.is_empty:
            self.home = self.desk.paper.id if self.desk.paper else None
        self.line.value = text
        self.in_detail = False
        self.searching = False
        if text.strip():
            self._remember(text)
            self.show_filter(self.asked._replace(text=text, only=None), None)
        else:
            self.clear_filter()

    def _remember(self, text: str) -> None:
        if text.strip():
            others = tuple(query for query in self.recent if query != text)
            self.recent = (text, *others)[:MOST_RECENT]

    def on_descendant_focus(self) -> None:
        """The mouse may move the focus too."""
        self.searching = self.focused is self.line
        if not self.searching:
            self.in_detail = self.focused is self.view

    def on_descendant_blur(self) -> None:
        """In a terminal that is too small nothing has the focus."""
        self.searching = self.focused is self.line
