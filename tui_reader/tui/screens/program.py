"""Keys of the program itself: help, palette, suspending, redrawing, leaving."""

from tui_reader.tui.actions.action import Action, Where
from tui_reader.tui.desk.answers import Answer
from tui_reader.tui.screens.taking import Taking


class Program(Taking, part=True):
    where: Where

    async def action_help(self) -> None:
        # Imported here, as all screens that few sessions show.
        from tui_reader.tui.screens.help import HelpScreen

        await self.app.push_screen(
            HelpScreen(
                self.desk.config.keymap,
                len(self.desk.library.papers),
                samples=self.desk.only_samples,
            )
        )

    async def action_palette(self) -> None:
        # Imported here, as the help.
        from tui_reader.tui.dialogs.palette import Palette

        palette = Palette(self.where, self.desk.config.keymap, self._run, self.command)
        await self.app.push_screen(palette)

    def _run(self, action: Action) -> None:
        self.run_worker(self.app.run_action(action.run, self), exit_on_error=True)

    def command(self, line: str) -> str:
        """Do what was typed after `:` and return what is wrong with it, if anything.

        `q wq x` quit, `w` says that all is saved as it goes, a number goes to that row.
        """
        if line in {"q", "q!", "wq", "x", "qa"}:
            self.run_worker(self.app.run_action("leave"), exit_on_error=False)
        elif line == "w":
            self.say(Answer("saved as you go"))
        elif line.isdecimal():
            last = len(self.desk.listing)
            if not last:
                return "no paper here"
            self.desk.go_to(min(max(int(line), 1), last) - 1)
            self.sync()
        else:
            return f"no action named {line}"
        return ""

    def action_tidy(self) -> None:
        """Take away rows that no longer match, and draw all anew."""
        self.desk.tidy(self.changed_by_key)
        self.refresh(repaint=True, layout=True)
        self.app.refresh()

    def action_copy_or_back(self) -> None:
        """Copy what the mouse selected, or stop an import, else act as escape."""
        if text := self.get_selected_text():
            self.clear_selection()
            self.copy(text, "what was selected")
        elif self.desk.stop_work:
            self.say(self.desk.stop_work())
        else:
            self.action_back()

    def action_back(self) -> None:
        raise NotImplementedError
