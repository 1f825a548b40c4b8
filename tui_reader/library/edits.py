"""What the reader does to papers; each call is one step, which undo takes back whole."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from tui_reader.library.clock import Clock
from tui_reader.library.errors import Indivisible, UnknownRecord, UnknownView
from tui_reader.library.finding import find_paper
from tui_reader.library.snapshot import Snapshot
from tui_reader.library.tracker.folding import changes_between
from tui_reader.library.tracker.tracker import Tracker
from tui_reader.library.tracker.undo import Undone as TrackerUndone
from tui_reader.library.views import check_key
from tui_reader.papers import UNTOUCHED, Paper, ReadingState, Status
from tui_reader.papers.effects import raised_progress, with_progress, with_read_toggled, with_status

Papers = Iterable[Paper | str] | Paper | str
Rule = Callable[[ReadingState], ReadingState]


class Step(NamedTuple):
    """What one action did: in words, and the papers it changed (none: nothing to do)."""

    label: str
    papers: tuple[Paper, ...] = ()


class Undone(NamedTuple):
    """A step taken back or done again; `left` names fields that changed since and were left."""

    label: str
    papers: tuple[Paper, ...] = ()
    left: tuple[str, ...] = ()


class Edits(ABC):
    """The changing half of `Library`. Papers are given as objects, ids or any of their keys.

    All raise ReadOnly where nothing can be written, UnknownPaper for a word that names none.
    """

    tracker: Tracker
    _clock: Clock
    follows: bool = True
    """Whether the papers follow corrections, decisions and undoing at once; if not, whoever
    holds the library calls `refresh` when it can wait."""

    @property
    @abstractmethod
    def snapshot(self) -> Snapshot: ...

    @abstractmethod
    def state(self, paper: Paper) -> ReadingState: ...

    @abstractmethod
    def refresh(self) -> bool: ...

    @abstractmethod
    def _reindex(self, papers: Iterable[Paper]) -> None: ...

    def _papers(self, papers: Papers) -> list[Paper]:
        given = [papers] if isinstance(papers, Paper | str) else papers
        found = (find_paper(self.snapshot, p) if isinstance(p, str) else p for p in given)
        return list({paper.id: paper for paper in found}.values())

    def mark(self, papers: Papers, status: Status | str) -> Step:
        """Raises ValueError for a word that is no status."""
        now, wanted = self._clock(), Status(status)
        return self._change(papers, lambda state: with_status(state, wanted, now), wanted)

    def toggle_read(self, papers: Papers) -> Step:
        """Read, or back to what each was before if all are read already."""
        chosen = self._papers(papers)
        old = [self.state(paper) for paper in chosen]
        new = with_read_toggled(old, self._clock())
        back = all(state.status is Status.READ for state in old)
        return self._write(chosen, old, new, "as before" if back else Status.READ)

    def set_progress(self, papers: Papers, percent: int) -> Step:
        now = self._clock()
        return self._change(papers, lambda s: with_progress(s, percent, now), f"{percent}%")

    def raise_progress(self, papers: Papers, delta: int) -> Step:
        now = self._clock()
        return self._change(
            papers,
            lambda state: raised_progress(state, delta, now),
            f"{delta:+}%",
        )

    def tag(self, papers: Papers, add: Iterable[str] = (), remove: Iterable[str] = ()) -> Step:
        come, gone = (set([names] if isinstance(names, str) else names) for names in (add, remove))
        words = [f"+{name}" for name in sorted(come)] + [f"-{name}" for name in sorted(gone)]
        return self._change(
            papers,
            lambda state: state._replace(tags=tuple(sorted((set(state.tags) | come) - gone))),
            " ".join(words),
        )

    def star(self, papers: Papers, on: bool | None = None) -> Step:
        """None: unstar if all are starred, else star all."""
        chosen = self._papers(papers)
        if on is None:
            on = not all(self.state(paper).starred for paper in chosen)
        return self._change(
            chosen, lambda state: state._replace(starred=on), "starred" if on else "no star"
        )

    def set_note(self, papers: Papers, text: str) -> Step:
        """All get this note in place of theirs."""
        return self._change(papers, lambda state: state._replace(note=text), "note")

    def fill_untouched(self, states: Mapping[str, ReadingState]) -> Step:
        """Give papers these states (by record key) where the reader has made nothing of them."""
        found = {p.id: (p, new) for key, new in states.items() if (p := self.snapshot.find(key))}
        fresh = [(p, new) for p, new in found.values() if self.state(p) == UNTOUCHED]
        papers, new = [p for p, _ in fresh], [state for _, state in fresh]
        return self._write(papers, [UNTOUCHED] * len(papers), new, "as imported")

    def _change(self, papers: Papers, rule: Rule, words: str) -> Step:
        chosen = self._papers(papers)
        old = [self.state(paper) for paper in chosen]
        return self._write(chosen, old, [rule(state) for state in old], words)

    def _write(
        self, papers: list[Paper], old: list[ReadingState], new: list[ReadingState], words: str
    ) -> Step:
        differences = map(changes_between, old, new)
        changes = {p.id: fields for p, fields in zip(papers, differences, strict=True) if fields}
        changed = [paper for paper in papers if paper.id in changes]
        label = _label(changed, words)
        self.tracker.change(changes, label, {paper.id: paper.aliases for paper in changed})
        self._reindex(changed)
        return Step(label, tuple(changed))

    def correct(self, paper: Paper | str, title: str, authors: Iterable[str]) -> Step:
        """Give all records of the paper this title and these authors."""
        (chosen,) = self._papers([paper])
        label = _label([chosen], "corrected")
        names = tuple(authors)
        self.tracker.correct(chosen.aliases, title, names, label)
        if not self.follows:
            return Step(label, (chosen._replace(title=title, authors=names),))
        return self._decided(label, chosen.aliases)

    def confirm(self, paper: Paper | str) -> Step:
        """Title and authors are right as they are."""
        (chosen,) = self._papers([paper])
        return self.correct(chosen, chosen.title, chosen.authors)

    def accept(self, first: Paper | str, second: Paper | str) -> Step:
        """They are one work."""
        one, other = self._papers([first, second])
        label = _label([one, other], "merged")
        self.tracker.decide([frozenset((one.id, other.id))], [], label)
        return self._decided(label, [one.id, other.id])

    def refuse(self, first: Paper | str, second: Paper | str) -> Step:
        """They are different works; no later merge joins them."""
        one, other = self._papers([first, second])
        label = _label([one, other], "kept apart")
        self.tracker.decide([], [frozenset((one.id, other.id))], label)
        return self._decided(label, [one.id, other.id])

    def split(self, paper: Paper | str, key: str) -> Step:
        """The record with this key is another work than the rest of the paper."""
        (chosen,) = self._papers([paper])
        keys = {source.key for source in chosen.sources}
        if key not in keys:
            raise UnknownRecord(key, chosen)
        if len(keys) == 1:
            raise Indivisible(chosen)
        label = _label([chosen], "split")
        pairs = [frozenset((key, other)) for other in keys - {key}]
        self.tracker.decide([], pairs, label)
        return self._decided(label, chosen.aliases)

    def _decided(self, label: str, keys: Iterable[str]) -> Step:
        if not self.follows:
            return Step(label, self._with_keys(keys))
        self.refresh()
        return Step(label, self._with_keys(keys))

    @property
    def views(self) -> Mapping[str, str]:
        """The reader's saved queries by key, in the order of the keys."""
        return dict(sorted(self.tracker.views().items()))

    def save_view(self, key: str, query: str) -> Step:
        """Keep a query under a key, in place of what was there. Raises KeptKey."""
        check_key(key)
        return self._set_view(key, query.strip(), f"view {key}: {query.strip()}")

    def delete_view(self, key: str) -> Step:
        """Raises UnknownView."""
        if key not in self.views:
            raise UnknownView(key)
        return self._set_view(key, None, f"view {key} deleted")

    def _set_view(self, key: str, query: str | None, label: str) -> Step:
        self.tracker.set_view(key, query, label)
        return Step(label)

    def undo(self) -> Undone | None:
        """Take back the newest step of this copy of the library that still stands."""
        return self._reversed(self.tracker.undo())

    def redo(self) -> Undone | None:
        """Do again what was undone last, unless a step came since."""
        return self._reversed(self.tracker.redo())

    def _reversed(self, undone: TrackerUndone | None) -> Undone | None:
        if undone is None:
            return None
        if self.follows:
            self.refresh()
        keys = [key for name in undone.keys for key in name.split(" ")]
        papers = self._with_keys(keys)
        self._reindex(papers)
        left = tuple(dict.fromkeys(field for _, field in undone.left))
        return Undone(undone.label, papers, left)

    def _with_keys(self, keys: Iterable[str]) -> tuple[Paper, ...]:
        found = (self.snapshot.find(key) for key in keys)
        return tuple({paper.id: paper for paper in found if paper}.values())


def _label(papers: list[Paper], words: str) -> str:
    """`read: Title`, or `14 papers: read`."""
    if len(papers) != 1:
        return f"{len(papers)} papers: {words}"
    paper = papers[0]
    return f"{words}: {paper.title or '“' + paper.abstract[:60] + '…'}"
