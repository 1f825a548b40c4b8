"""Moving in the list and in the detail, and from one to the other."""

from textual import on
from textual.reactive import var

from tui_reader.tui.desk.answers import DIGITS_ARE_STATUSES, NO_PAPER, Answer, joined
from tui_reader.tui.drawing.marks import UNICODE, Marks
from tui_reader.tui.screens.reading import Reading
from tui_reader.tui.widgets.paper_list import PaperList

HINTS_ABOUT_DIGITS = 3
_DIGITS = frozenset("012345")


class Moving(Reading, part=True):
    in_detail: var[bool] = var(False)
    """Whether the detail has the focus, not the list."""

    digit_hints: int = 0

    marks: Marks = UNICODE

    @property
    def paper_list(self) -> PaperList:
        raise NotImplementedError

    def watch_in_detail(self, in_detail: bool) -> None:
        if self.is_mounted:
            self.set_focus(self.view if in_detail else self.paper_list)

    def action_move(self, step: int) -> None:
        self._move(step, self.in_detail)
        if self.keys[0] in _DIGITS and self.keys[1] in "jk":
            self._explain_digits()

    def _explain_digits(self) -> None:
        """A digit before j or k was meant as a count; say so the first times."""
        if self.digit_hints < HINTS_ABOUT_DIGITS:
            self.digit_hints += 1
            said = Answer(self._answer.text.replace(" · u undoes", ""))
            self.say(joined(said, DIGITS_ARE_STATUSES))

    def action_move_other(self, step: int) -> None:
        self._move(step, not self.in_detail)

    def _move(self, step: int, detail: bool) -> None:
        if detail:
            self.view.scroll_lines(step)
        else:
            self.go_to(self.desk.cursor + step)

    def action_page(self, pages: float) -> None:
        height = self.view.page_height if self.in_detail else self.paper_list.page_height
        lines = max(int(abs(pages) * height), 1)
        self._move(lines if pages > 0 else -lines, self.in_detail)

    def action_move_to_start(self) -> None:
        if self.in_detail:
            self.view.scroll_to_start()
        else:
            self.go_to(0)

    def action_move_to_end(self) -> None:
        if self.in_detail:
            self.view.scroll_to_end()
        else:
            self.go_to(len(self.desk.listing) - 1)

    def action_other_pane(self) -> None:
        self.in_detail = not self.in_detail

    def action_focus_detail(self) -> None:
        self.in_detail = True

    def action_focus_list(self) -> None:
        self.in_detail = False

    async def action_open(self) -> None:
        if self.desk.paper is None:
            self.say(NO_PAPER)
        else:
            # Imported here: the list is all that a start needs.
            from tui_reader.tui.screens.paper import PaperScreen

            screen = PaperScreen(
                self.desk, self.marks, list_query=self.list_query, search=self.action_search
            )
            await self.app.push_screen(screen)

    def list_query(self, text: str) -> None:
        raise NotImplementedError

    def action_search(self) -> None:
        raise NotImplementedError

    @on(PaperList.CursorMoved)
    def _clicked(self, message: PaperList.CursorMoved) -> None:
        self.in_detail = False
        self.go_to(message.index)

    @on(PaperList.Opened)
    async def _opened(self, message: PaperList.Opened) -> None:
        self.go_to(message.index)
        await self.action_open()
