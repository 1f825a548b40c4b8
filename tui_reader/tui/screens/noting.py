"""Keys that write about a paper or decide what it is: note, correction, same or different work."""

from collections.abc import Callable

from tui_reader.library import LibraryError, Step
from tui_reader.papers import Paper
from tui_reader.tui.desk import answers
from tui_reader.tui.desk.answers import Answer, short_title
from tui_reader.tui.desk.desk import Draft
from tui_reader.tui.screens.desk_screen import DeskScreen


class Noting(DeskScreen, part=True):
    async def action_edit_note(self) -> None:
        if self.desk.paper:
            await self.open_note(self.desk.paper, self.desk.state(self.desk.paper).note)
        else:
            self.say(answers.NO_PAPER)

    async def open_note(self, paper: Paper, text: str) -> None:
        """Edit the note of a paper, beginning with `text` (its note, or a draft of it)."""
        before = self.desk.state(paper).note

        def written(note: str) -> None:
            self.desk.draft = Draft("note", paper.id, note) if note != before else None

        def save(note: str) -> str:
            now = self.desk.state(paper).note
            if note in (before, now):
                self.desk.draft = None
                return ""
            if now == before:
                return self._take("note", lambda: self.desk.library.set_note(paper.id, note))
            both = f"{note}\n\n--- also written elsewhere meanwhile ---\n{now}"
            words = "note also written elsewhere, both notes are kept"
            return self._take(words, lambda: self.desk.library.set_note(paper.id, both))

        title = f"Note · {short_title(paper)}"
        # Imported here, as all screens that few sessions show.
        from tui_reader.tui.dialogs.note import NoteEditor

        await self.app.push_screen(NoteEditor(title, text, written, save))

    async def action_correct(self) -> None:
        if paper := self.desk.paper:
            await self.open_correction(paper, paper.title, ", ".join(paper.authors))
        else:
            self.say(answers.NO_PAPER)

    async def open_correction(self, paper: Paper, title: str, authors: str) -> None:
        """Correct title and authors, beginning with these (as they are, or a draft)."""
        library = self.desk.library
        before = (paper.title, ", ".join(paper.authors))

        def written(title: str, authors: str) -> None:
            changed = (title, authors) != before
            self.desk.draft = Draft("correction", paper.id, title, authors) if changed else None

        def save(title: str, authors: str) -> str:
            if (title, authors) == before:
                return self._take("confirmed", lambda: library.confirm(paper.id))
            names = tuple(name.strip() for name in authors.split(",") if name.strip())
            return self._take("corrected", lambda: library.correct(paper.id, title.strip(), names))

        def cancelled() -> None:
            self.desk.draft = None

        # Imported here, as the note's editor.
        from tui_reader.tui.dialogs.correction import Correction

        await self.app.push_screen(Correction(title, authors, written, save, cancelled))

    def _take(self, words: str, make: Callable[[], Step]) -> str:
        """Make a step and answer with it; what is wrong with it, if anything."""
        try:
            step = make()
        except LibraryError as error:
            return str(error)
        self.desk.draft = None
        self.desk.took(step, words, self.changed_by_key)
        if words != "note":
            self.post_message(self.Decided(frozenset(paper.id for paper in step.papers)))
        return ""

    def action_same(self) -> None:
        self._decide("same work", self.desk.library.accept)

    def action_different(self) -> None:
        self._decide("not the same", self.desk.library.refuse)

    def _decide(self, words: str, decide: Callable[[str, str], Step]) -> None:
        """Answer the first open question of this paper."""
        paper = self.desk.paper
        if paper is None or not self.proposals:
            self.say(Answer("no open question here: f = lists those there are"))
            return
        other = self.proposals[0]
        if fault := self._take(words, lambda: decide(paper.id, other.id)):
            self.say(Answer(fault))
