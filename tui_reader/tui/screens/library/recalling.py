"""What the search line is filled with by a key: recent queries, completions."""

from textual import on

from tui_reader.tui.desk import answers
from tui_reader.tui.desk.answers import Answer
from tui_reader.tui.screens.library.searching import Searching
from tui_reader.tui.widgets.search_line import SearchLine


class Recalling(Searching, part=True):
    def action_line_up(self) -> None:
        """Recent queries on an empty line, else up in the list."""
        if self.line.value:
            self.go_to(self.desk.cursor - 1)
        else:
            self.action_recent()

    def action_line_down(self) -> None:
        self.go_to(self.desk.cursor + 1)

    def action_recent(self) -> None:
        """The next older query than the one in the line."""
        if not self.recent:
            self.say(Answer("no recent queries yet"))
            return
        here = self.recent.index(self.line.value) + 1 if self.line.value in self.recent else 0
        self._type(self.recent[here % len(self.recent)])

    def action_complete(self) -> None:
        """Complete the word before the cursor; tab again takes the next completion."""
        line = self.line
        if not self.desk.indexed:
            self.say(answers.NOT_YET)
            return
        if line.value not in self._round:
            # Imported here: nothing is completed before it is typed.
            from tui_reader.search.language.complete import complete

            vocabulary = self.desk.library.first_index.vocabulary
            views = tuple(self.desk.library.views.values())
            found = complete(line.value, line.cursor_position, vocabulary, views)
            self._completions = tuple(completion.label for completion in found)
            self._round = (line.value, *(completion.text for completion in found))
        if len(self._round) < 2:
            self.say(Answer("nothing to complete here"))
            return
        self._type(self._round[(self._round.index(line.value) + 1) % len(self._round)])
        self.say(Answer("  ".join(self._completions)))

    _completions: tuple[str, ...] = ()
    _round: tuple[str, ...] = ()

    def _type(self, text: str) -> None:
        self.line.value = text
        self.line.cursor_position = len(text)
        self.ask(text)

    @on(SearchLine.Pasted)
    def _pasted(self, message: SearchLine.Pasted) -> None:
        self.say(Answer("more than a query; to import what you copied: tui-reader import -"))
