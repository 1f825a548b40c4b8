"""Views: the strip that opens them, saving the query in the search line, deleting one."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from tui_reader.library import KeptKey, LibraryError, Step
from tui_reader.library.views import ALL, BUILT_IN, FREE, KEPT, SELECTED, check_key
from tui_reader.search.cancelled import Cancelled
from tui_reader.tui.desk.answers import Answer
from tui_reader.tui.desk.listing import Listing
from tui_reader.tui.screens.library.recalling import Recalling
from tui_reader.tui.screens.strips import Choice
from tui_reader.tui.screens.taking import Taking
from tui_reader.tui.text import cleaned

_DELETE = "-"
_LONGEST_NAME = 20


class Viewing(Recalling, Taking, part=True):
    class Counted(Message):
        """A worker knows how many papers a view has."""

        def __init__(self, query: str, count: int, listing: Listing) -> None:
            super().__init__()
            self.query = query
            self.count = count
            self.listing = listing

    _counts: Mapping[str, int] = MappingProxyType({})

    def choices(self, kind: str) -> tuple[Choice, ...]:
        if kind == "view":
            self._counts = {}
            if self.desk.indexed and not self.desk.quick:
                self._count_in_worker(self.desk.listing)
            return self._views()
        if kind == "save view":
            return self._places_to_save()
        if kind == "delete view":
            return self._to_delete()
        return super().choices(kind)

    # Opening

    def _views(self) -> tuple[Choice, ...]:
        total = len(self.desk.library.papers)
        selected = len(self.desk.selection)
        return (
            *(self._view(view.key, view.name, view.query) for view in BUILT_IN),
            Choice(ALL, f"all {total}", lambda: self.list_query("")),
            Choice(SELECTED, f"selected {selected}", self._list_selected),
            *(self._view(key, query, query) for key, query in self.desk.library.views.items()),
        )

    def _view(self, key: str, name: str, query: str) -> Choice:
        count = self._counts.get(query, self.desk.count(query))
        short = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + self.marks.cut
        words = short if count is None else f"{short} {count}"
        return Choice(key, words, lambda: self.list_query(query))

    @work(thread=True, exclusive=True, group="counting", exit_on_error=False)
    def _count_in_worker(self, listing: Listing) -> None:
        """One view after the other; the reader's own only where abstracts have an index."""
        worker, library = get_current_worker(), self.desk.library
        index, own = library.first_index, tuple[str, ...]()
        if not self.desk.passes_over_abstracts:
            index, own = library.index, tuple(library.views.values())
        for query in (*(view.query for view in BUILT_IN), *own):
            try:
                found = index.search(query, cancelled=lambda: worker.is_cancelled)
            except Cancelled:
                return
            self.post_message(self.Counted(query, found.exact, listing))

    @on(Counted)
    def _counted(self, message: Counted) -> None:
        """Fill the count in, while the strip it is for is open."""
        if message.listing is self.desk.listing and ALL in self._choices and self.strip:
            self._counts = {**self._counts, message.query: message.count}
            self.open_strip(self._views())
        else:
            self.workers.cancel_group(self, "counting")

    def _list_selected(self) -> None:
        """List what is selected, whether it passes the filter or not."""
        ids = self.desk.selection.ids
        if not ids:
            self.say(Answer("nothing is selected: space selects"))
            return
        self.line.value = ""
        before = self.desk.paper.id if self.desk.paper else None
        self.home = self.home or before
        self.show_filter(self.asked._replace(text="", only=ids), before)
        self.say(Answer("the selected ones; escape drops the selection, then shows all"))

    # Saving and deleting

    def action_save_view(self) -> None:
        """Keep the query in the search line; without one, there are views to delete."""
        if self.asked.text.strip():
            self.say(Answer("6-9 and letters but a s v w keep this query as a view"))
            self.action_strip("save view")
        elif self.desk.library.views:
            self.action_strip("delete view")
        else:
            self.say(Answer("nothing to save: / starts a search, F keeps it as a view"))

    def _places_to_save(self) -> tuple[Choice, ...]:
        """Every key is heard; those that cannot be used say why."""
        query, own = self.asked.text.strip(), self.desk.library.views
        free = [key for key in FREE if key not in own]
        return (
            *(Choice(key, f"saves {query}", partial(self._save, key)) for key in free[:1]),
            *(Choice(key, "", partial(self._save, key)) for key in free[1:]),
            *(Choice(key, f"now {was}", partial(self._ask_again, key)) for key, was in own.items()),
            *((Choice(_DELETE, "deletes a view", self._delete_one),) if own else ()),
            *(Choice(key, "", partial(self._refuse, key)) for key in KEPT),
        )

    def _save(self, key: str) -> None:
        self._take_step(lambda: self.desk.library.save_view(key, self.asked.text))

    def _ask_again(self, key: str) -> None:
        """A key that is taken is replaced only when it is pressed twice."""
        was = self.desk.library.views.get(key, "")
        again = Choice(key, f"replaces {was}", partial(self._save, key))
        self.open_strip((again,))
        self.say(Answer(f"{key} is taken: {was} · {key} again replaces it, escape leaves it"))

    def _refuse(self, key: str) -> None:
        try:
            check_key(key)
        except KeptKey as reason:
            self.action_strip("save view")
            self.say(Answer(str(reason)))

    def _delete_one(self) -> None:
        self.action_strip("delete view")

    def _to_delete(self) -> tuple[Choice, ...]:
        return tuple(
            Choice(key, f"deletes {query}", partial(self._delete, key))
            for key, query in self.desk.library.views.items()
        )

    def _delete(self, key: str) -> None:
        self._take_step(lambda: self.desk.library.delete_view(key))

    def _take_step(self, make: Callable[[], Step]) -> None:
        try:
            step = make()
        except LibraryError as error:
            self.say(Answer(str(error)))
        else:
            self.say(Answer(f"{cleaned(step.label)} · u undoes"))
