"""What the library screen and the paper screen have in common."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from time import monotonic

from textual import events
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen

from tui_reader.library.tracker.writer import Saving
from tui_reader.papers import UNTOUCHED, Paper, ReadingState
from tui_reader.search.results import Results
from tui_reader.tui.desk import answers
from tui_reader.tui.desk.answers import Answer
from tui_reader.tui.desk.desk import Desk
from tui_reader.tui.desk.listing import Listing
from tui_reader.tui.parts import InParts
from tui_reader.tui.widgets.paper_view import PaperView

ROOMY = 100
SAVING_SHOWN_AFTER = 0.3
LOOK_AT_SAVING = 0.15
# Seconds that keys wait for a screen to stand.
PATIENCE = 5.0


class DeskScreen(InParts, Screen[None], part=True):
    """Its vars mirror the desk: `sync` copies them after every action; children are bound."""

    # Drawn by a shorter way, as nothing of it is seen.
    BLANK = True

    listing: var[Listing] = var(Listing)
    cursor: var[int] = var(-1)
    selection: var[frozenset[str]] = var(frozenset[str])
    stale: var[frozenset[str]] = var(frozenset[str])
    paper: var[Paper | None] = var[Paper | None](None)
    state: var[ReadingState] = var(UNTOUCHED)
    results: var[Results | None] = var[Results | None](None)
    proposals: var[tuple[Paper, ...]] = var[tuple[Paper, ...]](())
    source_names: var[Mapping[str, str]] = var[Mapping[str, str]](dict[str, str])
    today: var[date] = var(date.today)
    answer: var[str] = var("")
    position: var[str] = var("")
    selected: var[str] = var("")
    read: var[str] = var("")
    saving: var[str] = var("")
    trouble: var[bool] = var(False)

    class Decided(Message):
        """The papers may not be what they were; `changed` are those a decision was about."""

        def __init__(self, changed: frozenset[str] | None = None) -> None:
            super().__init__()
            self.changed = changed

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._answer = answers.NOTHING
        self._saving_since: float | None = None
        self.keys: tuple[str, str] = ("", "")
        self._ready = asyncio.Event()

    @property
    def view(self) -> PaperView:
        """The widget that shows the paper."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self.set_interval(LOOK_AT_SAVING, self.look_at_saving)

    def ready(self) -> None:
        """Called when everything is mounted and keys may act."""
        self._ready.set()

    # What is shown

    def sync(self) -> None:
        """Show what the desk holds now."""
        desk = self.desk
        self.listing = desk.listing
        self.results = desk.listing.results
        self.stale = desk.stale
        self.selection = desk.selection.ids
        self.cursor = desk.cursor
        paper = desk.paper
        self.state = desk.state(paper) if paper else UNTOUCHED
        self.proposals = self._proposals(paper)
        self.source_names = desk.library.snapshot.titles
        self.today = desk.today()
        self.paper = paper
        count = len(desk.listing)
        self.position = f"{desk.cursor + 1}/{count}" if count else ""
        self.selected = answers.selected(len(self.selection), desk.selected_listed)
        self.read = desk.read_words
        self.look_at_saving()

    def _proposals(self, paper: Paper | None) -> tuple[Paper, ...]:
        if paper is None or not paper.proposed:
            return ()
        snapshot = self.desk.listing.snapshot or self.desk.library.snapshot
        find = snapshot.find
        return tuple(other for key in paper.proposed if (other := find(key)) is not None)

    def say(self, answer: Answer) -> None:
        """The answer to a key; it stands until the next one."""
        self._answer = answer
        self.answer = answer.at(self.size.width >= ROOMY)

    def changed(self, answer: Answer) -> None:
        """Show what a change did, and say it."""
        self.sync()
        self.repaint()
        self.say(answer)

    def repaint(self) -> None:
        """Draw rows again whose papers kept their place; the list has some."""

    def changed_by_key(self, answer: Answer) -> None:
        """The same when it took a while: this screen may have been left meanwhile."""
        screens = [s for s in reversed(self.app.screen_stack) if isinstance(s, DeskScreen)]
        (self if self in screens else screens[0]).changed(answer)

    def states_changed(self) -> None:
        """Show what other processes made of papers; the cursor stays."""
        self.sync()
        self.repaint()

    def papers_renewed(self) -> None:
        """Show the papers made anew, which the desk has listed."""
        self.sync()
        self.repaint()

    def look_at_saving(self) -> None:
        """Say how saving goes; `saving…` only when it takes a while."""
        saving = self.desk.library.tracker.saving
        if not self.desk.lane.idle.is_set() and saving.state == "saved":
            saving = Saving("saving")
        if self.desk.work and saving.state in {"saved", "saving"}:
            self.trouble, self.saving = False, self.desk.work
            return
        self.trouble = saving.state not in {"saved", "saving"}
        if saving.state != "saving":
            self._saving_since = None
        elif self._saving_since is None:
            self._saving_since = monotonic()
        if self._saving_since is None or monotonic() - self._saving_since > SAVING_SHOWN_AFTER:
            self.saving = answers.saving(saving.state, saving.message)

    def on_resize(self, event: events.Resize) -> None:
        self.answer = self._answer.at(event.size.width >= ROOMY)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text runs no commands."""
        event.stop()
        self.say(Answer("to import what you copied: tui-reader import -"))

    # Keys

    async def take_key(self, key: str) -> bool:
        """See a key before its binding does; True when it was used up here.

        Keys typed before the screen stands wait for it.
        """
        with suppress(TimeoutError):
            await asyncio.wait_for(self._ready.wait(), PATIENCE)
        self.keys = (self.keys[1], key)
        return False
