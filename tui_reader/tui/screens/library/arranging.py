"""How the panes share the terminal, by its size and the reader's wish."""

from textual import events
from textual.containers import Container
from textual.reactive import var
from textual.widgets import Static

from tui_reader.tui.desk.answers import Answer
from tui_reader.tui.desk.layout import ALONE_BELOW, Arrangement, arrange
from tui_reader.tui.screens.library.moving import Moving
from tui_reader.tui.text import plain

FARTHEST_SHIFT = 30


class Arranging(Moving, part=True):
    wide: var[bool] = var(False)
    shift: var[int] = var(0)

    _notice: Static | None = None
    arrangement = Arrangement(side=False, alone=False, list_size=0)

    def action_wide(self) -> None:
        if self.app.size.height < ALONE_BELOW:
            self.say(Answer(f"below {ALONE_BELOW} rows one pane shows; tab changes over"))
            return
        self.wide = not self.wide
        self.arrange_panes()

    def action_resize(self, step: int) -> None:
        before = self.arrangement.list_size
        self.shift = max(min(self.shift + step, FARTHEST_SHIFT), -FARTHEST_SHIFT)
        self.arrange_panes()
        if self.arrangement.list_size == before:
            self.shift -= step
            self.say(Answer("no further"))

    def on_resize(self, event: events.Resize) -> None:
        self.arrange_panes()

    def choose_arrangement(self, *, restyle: bool = True) -> None:
        """The classes that place the panes; before these are there nothing need be restyled."""
        width, height = self.app.size
        self.arrangement = now = arrange(
            width, height, wanted=self.desk.config.layout, wide=self.wide, shift=self.shift
        )
        classes = {
            "-too-small": bool(now.too_small),
            "-side": now.side,
            "-alone": now.alone,
            "-detail": self.in_detail,
        }
        self.update_classes(classes, update=restyle)

    def arrange_panes(self) -> None:
        """Give each pane its place; all that is visual is in the sheet."""
        self.choose_arrangement()
        now = self.arrangement
        self._say_too_small(now.too_small)
        pane = self.query_one("#list-pane", Container)
        pane.styles.width = now.list_size if now.side and not now.alone else "100%"
        # One more for the rule above the rows.
        pane.styles.height = "100%" if now.side or now.alone else now.list_size + 1
        self.show_joint()
        if not now.too_small and self.focused is None:
            self.call_after_refresh(self.take_focus)

    def _say_too_small(self, text: str) -> None:
        if text and self._notice is None:
            self._notice = Static(id="too-small", markup=False)
            self.mount(self._notice)
        if self._notice is not None:
            self._notice.update(plain(text))

    def take_focus(self) -> None:
        """Put the focus where the reader is."""
        raise NotImplementedError

    def show_joint(self) -> None:
        """Whether a line stands between list and detail."""

    def watch_in_detail(self, in_detail: bool) -> None:
        super().watch_in_detail(in_detail)
        self.set_class(in_detail, "-detail")
