"""What the reader can change on papers, each kind able to apply, describe and repeat itself."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from tui_reader.library import Library, Step
from tui_reader.papers import Paper, ReadingState, Status
from tui_reader.tui.desk.answers import progress_words, status_words

StateOf = Callable[[Paper], ReadingState]


class Change(Protocol):
    def apply(self, library: Library, papers: Sequence[Paper]) -> Step:
        """Make the change, as one step. Raises LibraryError."""
        ...

    def words(self, state_of: StateOf, papers: Sequence[Paper]) -> str:
        """What became of the papers, as the status line says it."""
        ...


class Mark(NamedTuple):
    status: Status

    def apply(self, library: Library, papers: Sequence[Paper]) -> Step:
        return library.mark(papers, self.status)

    def words(self, state_of: StateOf, papers: Sequence[Paper]) -> str:
        return common_words(state_of, papers, self.status)


class ToggleRead(NamedTuple):
    def apply(self, library: Library, papers: Sequence[Paper]) -> Step:
        return library.toggle_read(papers)

    def words(self, state_of: StateOf, papers: Sequence[Paper]) -> str:
        return common_words(state_of, papers, "as before")


class SetProgress(NamedTuple):
    percent: int

    def apply(self, library: Library, papers: Sequence[Paper]) -> Step:
        return library.set_progress(papers, self.percent)

    def words(self, state_of: StateOf, papers: Sequence[Paper]) -> str:
        return common_words(state_of, papers, f"at {self.percent}%", progress_words)


class RaiseProgress(NamedTuple):
    delta: int

    def apply(self, library: Library, papers: Sequence[Paper]) -> Step:
        return library.raise_progress(papers, self.delta)

    def words(self, state_of: StateOf, papers: Sequence[Paper]) -> str:
        return common_words(state_of, papers, f"{self.delta:+}%", progress_words)


class Star(NamedTuple):
    """`on` None: a star where any has none, else none."""

    on: bool | None = None

    def apply(self, library: Library, papers: Sequence[Paper]) -> Step:
        return library.star(papers, self.on)

    def words(self, state_of: StateOf, papers: Sequence[Paper]) -> str:
        return "starred" if state_of(papers[0]).starred else "without star"


class Tag(NamedTuple):
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()

    def apply(self, library: Library, papers: Sequence[Paper]) -> Step:
        return library.tag(papers, add=self.add, remove=self.remove)

    def words(self, state_of: StateOf, papers: Sequence[Paper]) -> str:
        return " ".join([f"#{name}" for name in self.add] + [f"-{name}" for name in self.remove])


def common_words(
    state_of: StateOf,
    papers: Sequence[Paper],
    otherwise: str,
    words_of: Callable[[ReadingState], str] = status_words,
) -> str:
    """The status all of the papers have, with the progress; `otherwise` where they differ."""
    words = {words_of(state_of(paper)) for paper in papers}
    return words.pop() if len(words) == 1 else otherwise
