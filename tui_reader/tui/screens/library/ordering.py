"""The strips of views and sort orders."""

from dataclasses import replace

from tui_reader.papers import Status
from tui_reader.search.sort import Sort
from tui_reader.tui.answers import Answer
from tui_reader.tui.listing import Filter
from tui_reader.tui.screens.library.searching import Searching
from tui_reader.tui.screens.strips import Choice
from tui_reader.tui.screens.taking import Taking

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
VIEWS = {
    **{str(i): (status.value, f"status:{status}") for i, status in enumerate(Status)},
    "s": ("starred", "is:starred"),
    "w": ("week", "added:7d"),
    "?": ("doubtful", "is:doubtful"),
    "=": ("proposed", "is:proposed"),
}


class Ordering(Searching, Taking):
    def choices(self, kind: str) -> tuple[Choice, ...]:
        if kind == "view":
            return self._views()
        if kind == "sort":
            return tuple(self._sort(key, sort) for key, sort in SORTS.items())
        return super().choices(kind)

    def _views(self) -> tuple[Choice, ...]:
        views = [self._view(key, name, query) for key, (name, query) in VIEWS.items()]
        total = len(self.desk.library.papers)
        selected = len(self.desk.selection)
        return (
            *views,
            Choice("a", f"all {total}", lambda: self.list_query("")),
            Choice("v", f"selected {selected}", self._list_selected),
        )

    def _view(self, key: str, name: str, query: str) -> Choice:
        count = self.desk.count(query)
        words = name if count is None else f"{name} {count}"
        return Choice(key, words, lambda: self.list_query(query))

    def _list_selected(self) -> None:
        """List what is selected, whether it passes the filter or not."""
        ids = self.desk.selection.ids
        if not ids:
            self.say(Answer("nothing is selected: space selects"))
            return
        self.line.value = ""
        before = self.desk.paper.id if self.desk.paper else None
        self.home = self.home or before
        self.show_filter(replace(self.asked, text="", only=ids), before)
        self.say(Answer("the selected ones; escape drops the selection, then shows all"))

    def _sort(self, key: str, sort: Sort) -> Choice:
        return Choice(key, sort.value, lambda: self._sort_by(sort))

    def _sort_by(self, sort: Sort) -> None:
        if sort is Sort.RELEVANCE and not self.asked.text.strip():
            self.say(Answer("relevance needs a search: / starts one"))
            return
        self._show_sorted(replace(self.asked, sort=sort, reverse=False))

    def action_reverse(self) -> None:
        self._show_sorted(replace(self.asked, reverse=not self.asked.reverse))

    def _show_sorted(self, wanted: Filter) -> None:
        paper = self.desk.paper
        self.show_filter(wanted, paper.id if paper else None)
        self.say(Answer(f"by {wanted.sorted_by}" + (", reversed" if wanted.reverse else "")))
