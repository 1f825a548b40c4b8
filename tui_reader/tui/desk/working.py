"""What the reader does beside the screen: changes that take long, and making the papers anew."""

from collections.abc import Collection
from functools import partial
from typing import NamedTuple

from textual import on, work
from textual.worker import get_current_worker

from tui_reader.library import LibraryError
from tui_reader.library.documents.progress import MERGING, Pace, Progress, Stopped
from tui_reader.library.garbage import not_collected
from tui_reader.tui.desk.desk import Renewed
from tui_reader.tui.desk.mending import Mending
from tui_reader.tui.screens.desk_screen import DeskScreen


class Wish(NamedTuple):
    """To make the papers anew: after a decision on `changed`, or None after anything else."""

    changed: Collection[str] | None = None


class Working(Mending, part=True):
    """The library is asked and changed in threads; what comes of it is shown in the screen's."""

    _wished: Wish | None = None
    _renewing = False

    def on_mount(self) -> None:
        self.desk.lane.start = self._work_off
        if self.desk.library.provisional:
            self.call_after_refresh(self.renew)

    @property
    def desk_screens(self) -> list[DeskScreen]:
        return [screen for screen in self.screen_stack if isinstance(screen, DeskScreen)]

    def show_states(self) -> None:
        for screen in self.desk_screens:
            screen.states_changed()

    @on(DeskScreen.Decided)
    def _decided(self, message: DeskScreen.Decided) -> None:
        self.renew(message.changed)

    @work(thread=True, group="lane")
    def _work_off(self) -> None:
        lane = self.desk.lane
        while True:
            with not_collected:
                done = lane.first()
            if not self.call_from_thread(lane.finish, done):
                break

    # Making the papers anew

    def renew(self, changed: Collection[str] | None = None) -> None:
        """Have the papers follow what changed; wishes that come meanwhile become one."""
        before, self._wished = self._wished, Wish(changed)
        if before is not None and changed is not None:
            known = before.changed
            self._wished = Wish(None if known is None else {*known, *changed})
        if not self._renewing:
            self._renewing = True
            self._renew()

    @work(thread=True, group="renewing")
    def _renew(self) -> None:
        while (wish := self._next_wish()) is not None:
            try:
                new = self.desk.library.refresh(partial(self._merged, Pace()))
            except (Stopped, LibraryError) as error:
                self.call_from_thread(self._not_renewed, error)
                return
            if not new and self.desk.listing.snapshot is self.desk.library.snapshot:
                continue
            renewed = self.desk.anew(self.desk.listing, wish.changed)
            self.call_from_thread(self._renewed, renewed, wish)

    def _next_wish(self) -> Wish | None:
        return self.call_from_thread(self._take_wish)

    def _take_wish(self) -> Wish | None:
        wish, self._wished = self._wished, None
        self._renewing = wish is not None
        self.desk.work = ""
        return wish

    def _merged(self, pace: Pace, share: float) -> None:
        if get_current_worker().is_cancelled:
            raise Stopped
        self.desk.work = pace.words(Progress(MERGING, share))

    def _renewed(self, renewed: Renewed, wish: Wish) -> None:
        desk = self.desk
        if renewed.listing.filter != desk.listing.filter:
            self.renew(wish.changed)
            return
        desk.renew(renewed)
        self.papers_renewed()

    def papers_renewed(self) -> None:
        """Show the papers made anew."""
        for screen in self.desk_screens:
            screen.papers_renewed()

    def _not_renewed(self, error: Exception) -> None:
        self._renewing = False
        self.desk.work = ""
        if isinstance(error, LibraryError):
            self.toast(str(error))
