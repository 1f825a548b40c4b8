"""Keys that change what the reader made of papers: status, progress, stars, tags, undo."""

from collections.abc import Callable

from tui_reader.papers import Status
from tui_reader.tui.desk import answers
from tui_reader.tui.desk.answers import Answer
from tui_reader.tui.desk.changes import Change, Mark, RaiseProgress, Star, ToggleRead
from tui_reader.tui.desk.desk import FEW
from tui_reader.tui.desk.entries import Unreadable, progress_of, tags_of
from tui_reader.tui.screens.desk_screen import DeskScreen


class Marking(DeskScreen, part=True):
    def _change(self, change: Change) -> None:
        self.desk.change(change, self.changed_by_key)

    def action_mark(self, status: str) -> None:
        self._change(Mark(Status(status)))

    def action_toggle_read(self) -> None:
        self._change(ToggleRead())

    def action_raise_progress(self, delta: int) -> None:
        self._change(RaiseProgress(delta))

    def action_star(self) -> None:
        self._change(Star())

    def action_repeat(self) -> None:
        if self.desk.last_change is None:
            self.say(Answer("nothing to repeat yet"))
        else:
            self._change(self.desk.last_change)

    def action_undo(self) -> None:
        self.desk.reverse(self._reversed, back=True)

    def action_redo(self) -> None:
        self.desk.reverse(self._reversed, back=False)

    def _reversed(self, answer: Answer) -> None:
        self.changed_by_key(answer)
        self.post_message(self.Decided())

    async def action_enter_progress(self) -> None:
        if paper := self.desk.paper:
            value = str(self.desk.state(paper).progress or "")
            await self._ask("Progress", value, "40, or pages as 12/38 · enter sets it", progress_of)
        else:
            self.say(answers.NO_PAPER)

    async def action_edit_tags(self) -> None:
        if not (self.desk.selected_listed if self.desk.selection.ids else self.desk.paper):
            self.say(self.desk.no_target)
            return
        few = self.desk.targets if len(self.desk.selection) <= FEW else ()
        has = sorted({name for paper in few for name in self.desk.state(paper).tags})
        hint = "+name adds, -name takes away, tab completes"
        now = f" · now: {' '.join(has)}" if has else ""
        await self._ask("Tags", "", hint + now, tags_of)

    async def _ask(self, label: str, value: str, hint: str, read: Callable[[str], Change]) -> None:
        def done(text: str) -> str:
            if not text.strip():
                return ""
            try:
                change = read(text)
            except Unreadable as error:
                return str(error)
            self._change(change)
            return ""

        # Imported here, as all screens that few sessions show.
        from tui_reader.tui.dialogs.field import Field

        complete = self.desk.complete_tag if read is tags_of else None
        await self.app.push_screen(Field(label, value, hint, done, complete))
