"""Keys that show the paper differently: the other abstract, LaTeX, the next hit or unread paper."""

from textual.reactive import var

from tui_reader.papers import Paper, Status
from tui_reader.tui.desk import answers
from tui_reader.tui.desk.answers import Answer
from tui_reader.tui.screens.desk_screen import DeskScreen
from tui_reader.tui.widgets.paper_view import PaperView


class Reading(DeskScreen, part=True):
    source: var[bool] = var(False)
    variant: var[int] = var(0)

    def bound(self, view: PaperView) -> PaperView:
        """The view, shown whatever paper this screen has, in the way it is asked for."""
        return view.data_bind(
            Reading.state,
            Reading.results,
            Reading.proposals,
            Reading.paper,
            Reading.source,
            Reading.variant,
            Reading.source_names,
            Reading.today,
        )

    def go_to(self, index: int) -> None:
        """Put the cursor on a row."""
        self.desk.go_to(index)
        self.sync()

    def watch_paper(self, before: Paper | None, now: Paper | None) -> None:
        if (before and before.id) != (now and now.id):
            self.variant = 0

    def action_other_abstract(self) -> None:
        paper = self.desk.paper
        count = len(paper.abstracts) if paper else 0
        if count < 2:
            self.say(Answer("there is no other abstract"))
            return
        self.variant = (self.variant + 1) % count
        self.say(Answer(f"abstract {self.variant + 1} of {count}"))

    def action_source(self) -> None:
        self.source = not self.source
        self.say(Answer("LaTeX as it was written" if self.source else "LaTeX as Unicode"))

    # Hits

    def action_next_hit(self) -> None:
        self._hit(1)

    def action_previous_hit(self) -> None:
        self._hit(-1)

    def _hit(self, step: int) -> None:
        """The next hit of this paper, else the first (last) one of the paper after (before)."""
        if not self.desk.listing.filter.text.strip():
            self.say(answers.NO_SEARCH)
            return
        self.say(answers.NOTHING)
        if self.view.next_hit() if step > 0 else self.view.previous_hit():
            return
        target = self.desk.cursor + step
        if not 0 <= target < len(self.desk.listing):
            self.say(Answer("last hit of the last paper" if step > 0 else "first hit of all"))
            return
        self.go_to(target)
        if step > 0:
            self.view.first_hit()
        else:
            self.view.last_hit()

    # Unread

    def action_next_unread(self) -> None:
        self._unread(1)

    def action_previous_unread(self) -> None:
        self._unread(-1)

    def _unread(self, step: int) -> None:
        listing, here = self.desk.listing, self.desk.cursor
        after = range(here + 1, len(listing))
        before = range(here - 1, -1, -1)
        ahead, behind = (after, before) if step > 0 else (before, after)
        found = next((i for i in ahead if self._is_unread(i)), None)
        if found is None:
            queued = self.desk.count("status:queued") or 0
            others = sum(map(self._is_unread, behind))
            unread = self._is_unread(here)
            self.say(answers.no_unread(step > 0, others, here=unread, queued=queued))
        else:
            self.say(answers.NOTHING)
            self.go_to(found)

    def _is_unread(self, index: int) -> bool:
        paper = self.desk.listing.paper(index)
        return paper is not None and self.desk.state(paper).status is Status.UNREAD
