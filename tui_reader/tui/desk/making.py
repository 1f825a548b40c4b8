"""Making changes and saying what they did; nothing here touches what the screen shows, so all of
it may be called from a worker."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from tui_reader.library import Library, LibraryError, Step
from tui_reader.papers import Paper, Status
from tui_reader.tui.desk import answers
from tui_reader.tui.desk.answers import Answer
from tui_reader.tui.desk.changes import Change
from tui_reader.tui.desk.listing import Listing, no_longer_matching
from tui_reader.tui.text import cleaned

NOTHING: Mapping[str, bool] = MappingProxyType({})


class Made(NamedTuple):
    """`change` is what `.` repeats; `read` says of each changed paper whether it is read,
    `gone` which of them no longer match."""

    answer: Answer
    change: Change | None = None
    read: Mapping[str, bool] = NOTHING
    gone: frozenset[str] = frozenset()


def make(library: Library, change: Change, papers: Sequence[Paper], listing: Listing) -> Made:
    """Make a change, as one step."""
    try:
        step = change.apply(library, papers)
    except LibraryError as error:
        return Made(Answer(str(error)))
    if not step.papers:
        words = change.words(library.state, papers)
        return Made(answers.already(words, len(papers)), change)
    words = change.words(library.state, step.papers)
    answer = answers.done(words, step.papers)
    return _shown(library, answer, step.papers, listing)._replace(change=change)


def took(library: Library, step: Step, words: str, listing: Listing) -> Made:
    """A step that was made elsewhere (a note, a decision)."""
    if not step.papers:
        return Made(answers.already(words, 1))
    # Of a pair that was decided, one is named: it was one question.
    return _shown(library, answers.done(words, step.papers[:1]), step.papers, listing)


def reverse(library: Library, listing: Listing, *, back: bool) -> Made:
    """Undo, or redo."""
    try:
        result = library.undo() if back else library.redo()
    except LibraryError as error:
        return Made(Answer(str(error)))
    if result is None:
        return Made(Answer("nothing to undo" if back else "nothing to redo"))
    say = answers.undone if back else answers.redone
    answer = say(result.papers, result.left, cleaned(result.label))
    return _shown(library, answer, result.papers, listing)


def _shown(library: Library, answer: Answer, changed: Iterable[Paper], listing: Listing) -> Made:
    read = {paper.id: library.state(paper).status is Status.READ for paper in changed}
    return Made(answer, None, read, look_again(library, listing, read))


def look_again(library: Library, listing: Listing, changed: Collection[str]) -> frozenset[str]:
    """Which of the changed papers are listed but no longer match."""
    if not listing.filter.text.strip() or listing.snapshot is not library.snapshot:
        return frozenset()
    return no_longer_matching(listing, library, changed)
