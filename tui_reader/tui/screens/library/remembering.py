"""Coming back to where the reader was: the session, a draft that was left, the welcome."""

from typing import Any

from textual import work
from textual.reactive import var

from tui_reader.library import UnknownPaper
from tui_reader.tui.desk.answers import (
    NOTHING,
    Answer,
    config_faults,
    filter_from_last_time,
    own_beside_samples,
    short_title,
)
from tui_reader.tui.desk.counting import QUICK
from tui_reader.tui.desk.desk import Draft
from tui_reader.tui.desk.listing import Filter
from tui_reader.tui.desk.session import Place, place_of, values_of
from tui_reader.tui.screens.library.arranging import Arranging
from tui_reader.tui.screens.library.ordering import Ordering
from tui_reader.tui.screens.noting import Noting
from tui_reader.tui.text import cleaned
from tui_reader.tui.texts.welcome import welcome

SAVE_EVERY = 5.0
FAULTS_SECONDS = 12


class Remembering(Ordering, Arranging, Noting, part=True):
    welcome: var[str] = var("")
    welcomed: bool = False
    told_of_samples: bool = False
    restored: bool = False
    """Whether what the last session left has been taken up, so that it may be replaced."""

    def restore(self) -> None:
        """Take up where the last session ended; a filter that is still on says so."""
        library = self.desk.library
        place = place_of(library.session.load())
        self.wide, self.shift, self.recent = place.wide, place.shift, place.recent
        self.digit_hints, self.home = place.digit_hints, place.home
        self.restored = True
        self.desk.draft = place.draft
        self.welcomed, self.told_of_samples = place.welcomed, place.told_of_samples
        wanted = Filter(text=place.query, sort=place.sort, reverse=place.reverse)
        self.line.value = place.query
        self.show_filter(wanted, place.paper)
        if not place.welcomed:
            self.welcome = welcome(len(library.papers), samples=self.desk.only_samples)
        self.say(self._greeting(place))
        self.set_interval(SAVE_EVERY, lambda: self._save_in_worker(self.session_values()))

    def _greeting(self, place: Place) -> Answer:
        config, filtered = self.desk.config, bool(place.query.strip())
        if config.problems:
            return config_faults(
                self._faults, config.path.name if config.path else "config.toml", filtered
            )
        if filtered:
            return filter_from_last_time(place.query, len(self.desk.library.papers))
        if self.desk.library.warning:
            return Answer(self.desk.library.warning)
        return self.own_papers_in()

    @property
    def _faults(self) -> list[str]:
        config = self.desk.config
        return [problem.removeprefix(f"{config.path}: ") for problem in config.problems]

    def tell_faults(self) -> None:
        """All that is wrong with the config, where the status line has room for the first only."""
        if len(self._faults) > 1 or (self._faults and self.asked.text.strip()):
            faults = " · ".join(self._faults)
            self.app.notify(cleaned(faults), markup=False, timeout=FAULTS_SECONDS)

    def own_papers_in(self) -> Answer:
        """What is said once, when own papers stand beside the samples."""
        documents = self.desk.library.snapshot.documents
        seeds = any(document.seed and document.removed_at is None for document in documents)
        many = len(self.desk.library.papers) > QUICK
        made = not self.desk.library.provisional
        if not made or self.told_of_samples or self.desk.only_samples or not seeds or many:
            return NOTHING
        self.told_of_samples = True
        return own_beside_samples(*self.desk.count_own())

    def papers_renewed(self) -> None:
        super().papers_renewed()
        if (answer := self.own_papers_in()) != NOTHING:
            self.say(answer)

    def dismiss_welcome(self) -> None:
        self.welcome = ""
        self.welcomed = True

    def session_values(self) -> dict[str, Any]:
        paper = self.desk.paper
        place = Place(
            query=self.asked.text,
            sort=self.asked.sort,
            reverse=self.asked.reverse,
            paper=paper.id if paper else self.desk.sought,
            home=self.home,
            wide=self.wide,
            shift=self.shift,
            recent=self.recent,
            digit_hints=self.digit_hints,
            welcomed=self.welcomed,
            told_of_samples=self.told_of_samples,
            draft=self.desk.draft,
        )
        return values_of(place)

    def save_session(self) -> None:
        """Written only where something changed."""
        self.desk.library.session.save(self.session_values())

    @work(thread=True, exclusive=True, group="session", exit_on_error=False)
    def _save_in_worker(self, values: dict[str, Any]) -> None:
        self.desk.library.session.save(values)

    def offer_draft(self) -> None:
        """Ask about a note or correction that was being written when the last session ended."""
        draft = self.desk.draft
        if draft is None:
            return
        try:
            paper = self.desk.library.resolve(draft.paper)
        except UnknownPaper:
            return

        def take_up() -> None:
            self.run_worker(self._reopen(draft), exit_on_error=False)

        def drop() -> None:
            self.desk.draft = None
            self.say(Answer("draft dropped"))

        what = f"A {draft.kind} on {short_title(paper)} was not saved last time."
        hint = "enter takes it up · d drops it · escape asks again next time"
        keys = (("enter", "takes it up"), ("d", "drops it"), ("escape", "asks again"))
        # Imported here, as all screens that few sessions show.
        from tui_reader.tui.dialogs.question import Question

        self.app.push_screen(Question(f"{what}\n{hint}", {"enter": take_up, "d": drop}, keys))

    async def _reopen(self, draft: Draft) -> None:
        paper = self.desk.library.resolve(draft.paper)
        if draft.kind == "correction":
            await self.open_correction(paper, draft.text, draft.authors)
        else:
            await self.open_note(paper, draft.text)
