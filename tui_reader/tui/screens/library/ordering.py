"""Sort orders."""

from tui_reader.search.sort import Sort
from tui_reader.tui.desk.answers import Answer, order_words
from tui_reader.tui.desk.listing import Filter
from tui_reader.tui.screens.library.viewing import Viewing
from tui_reader.tui.screens.strips import Choice

SORTS = {
    "r": Sort.RELEVANCE,
    "d": Sort.DATE,
    "t": Sort.TITLE,
    "a": Sort.AUTHOR,
    "s": Sort.STATUS,
    "p": Sort.PROGRESS,
    "n": Sort.ADDED,
    "c": Sort.CATEGORY,
    "x": Sort.SCORE,
}


class Ordering(Viewing, part=True):
    def choices(self, kind: str) -> tuple[Choice, ...]:
        if kind == "sort":
            return tuple(self._sort(key, sort) for key, sort in SORTS.items())
        return super().choices(kind)

    def _sort(self, key: str, sort: Sort) -> Choice:
        return Choice(key, sort.value, lambda: self._sort_by(sort))

    def _sort_by(self, sort: Sort) -> None:
        if sort is Sort.RELEVANCE and not self.asked.text.strip():
            self.say(Answer("relevance needs a search: / starts one"))
            return
        self._show_sorted(self.asked._replace(sort=sort, reverse=False))

    def action_reverse(self) -> None:
        self._show_sorted(self.asked._replace(reverse=not self.asked.reverse))

    def _show_sorted(self, wanted: Filter) -> None:
        paper = self.desk.paper
        self.show_filter(wanted, paper.id if paper else None)
        self.say(Answer(order_words(wanted.sorted_by, wanted.reverse)))
