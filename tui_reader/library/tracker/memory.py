"""What the screen is answered from: the state as last seen on disk, unsaved steps on top."""

from collections.abc import Iterable

from tui_reader.library.tracker.cells import (
    META,
    META_ROW,
    Tables,
    shared_copy,
)
from tui_reader.library.tracker.origin import own_steps
from tui_reader.library.tracker.steps import HistoryEntry, Step, apply


class Memory:
    """Not safe from several threads by itself: the tracker holds its lock around each call."""

    def __init__(self, tables: Tables) -> None:
        self.saved = tables
        self.current = shared_copy(tables)
        self.unsaved: list[Step] = []

    @property
    def origin(self) -> str:
        return str(self.saved[META][META_ROW]["origin"])

    @property
    def own(self) -> dict[str, int]:
        """The origins whose steps are undone here, and up to which seq."""
        return own_steps(self.saved)

    @property
    def last_seq(self) -> int:
        return int(self.saved[META][META_ROW]["last_seq"])

    def do(self, step: Step) -> None:
        step.entries = apply(self.current, step, self.origin)
        self.unsaved.append(step)

    def are_saved(self, tables: Tables, count: int) -> None:
        """The tables are what is on disk now, with the first `count` unsaved steps in them."""
        self.saved = tables
        del self.unsaved[:count]

    def take_over(self, tables: Tables) -> None:
        """What is on disk now holds what others wrote: the unsaved steps are done anew on it."""
        self.saved = tables
        self.current = shared_copy(tables)
        for step in self.unsaved:
            step.entries = apply(self.current, step, self.origin)


def with_steps(tables: Tables, steps: Iterable[Step]) -> tuple[Tables, list[HistoryEntry]]:
    """New tables with the steps done and numbered, and what that changed."""
    tables = shared_copy(tables)
    meta = dict(tables[META][META_ROW])
    seq = meta["last_seq"]
    entries: list[HistoryEntry] = []
    for step in steps:
        step.number = seq + 1
        step.entries = done = apply(tables, step, meta["origin"], seq + 1)
        seq += len(done)
        entries += done
    meta["last_seq"] = seq
    tables[META] = {META_ROW: meta}
    return tables, entries
