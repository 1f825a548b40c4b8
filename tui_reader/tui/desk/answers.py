"""What the status line answers to a key. The texts are those of the screens' specification."""

from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.library import Changes, Report
from tui_reader.papers import Paper, ReadingState, Status
from tui_reader.search.results import Results
from tui_reader.search.sort import Sort
from tui_reader.tui.desk.listing import Listing
from tui_reader.tui.text import shown

TITLE_LENGTH = 24
# What 80 columns leave beside `saved`.
NARROW = 71
# A title is not cut behind a word as short as this.
_SHORT_WORD = 3
_LONGEST_PATH = 18


class Answer(NamedTuple):
    """`short` is for narrow terminals, where it is given."""

    text: str
    short: str = ""

    def at(self, roomy: bool) -> str:
        return self.text if roomy or not self.short else self.short


NOTHING = Answer("")


def short_title(paper: Paper) -> str:
    """The first words of the title, or of the abstract where there is no title."""
    words = shown(paper.title or paper.abstract).split()
    taken: list[str] = []
    while words and len(" ".join([*taken, words[0]])) <= TITLE_LENGTH:
        taken.append(words.pop(0))
    if not taken and words:
        taken.append(words.pop(0)[:TITLE_LENGTH])
    while words and len(taken) > 1 and len(taken[-1].strip(".,:;-–—")) <= _SHORT_WORD:
        words.append(taken.pop())
    text = " ".join(taken).rstrip(" .,:;-–—")
    return f"{text}…" if words else text


def status_words(state: ReadingState) -> str:
    """`reading 40%`, or the status alone."""
    if state.status is Status.READING and state.progress:
        return f"reading {state.progress}%"
    return state.status.value


def progress_words(state: ReadingState) -> str:
    """The same where progress is what was asked for: `reading 0%`."""
    return f"reading {state.progress}%" if state.status is Status.READING else state.status.value


def done(what: str, papers: Sequence[Paper]) -> Answer:
    """A change of one paper or many, which `u` undoes."""
    count = len(papers)
    if count == 1:
        return Answer(f"{what}: {short_title(papers[0])} · u undoes", f"{what} · u undoes")
    return Answer(f"{count} papers {what} · u undoes all {count}")


def already(what: str, count: int) -> Answer:
    return Answer(f"{what} already" if count == 1 else f"all {count} {what} already")


def undone(papers: Sequence[Paper], left: Sequence[str], label: str = "") -> Answer:
    """`label` names a step that changed no papers (a view)."""
    how = " as before" if papers else ""
    return _reversed("undone", papers, label, how, left, "ctrl+r redoes")


def redone(papers: Sequence[Paper], left: Sequence[str], label: str = "") -> Answer:
    return _reversed("redone", papers, label, "", left, "u undoes")


def _whose(papers: Sequence[Paper]) -> str:
    if not papers:
        return ""
    return short_title(papers[0]) if len(papers) == 1 else f"{len(papers)} papers"


def _reversed(
    verb: str, papers: Sequence[Paper], label: str, how: str, left: Sequence[str], back: str
) -> Answer:
    kept = f" · left, changed since: {', '.join(left)}" if left else ""
    text = f"{verb}: {_whose(papers) or label}{how}{kept} · {back}"
    return Answer(text, f"{verb}{kept} · {back}" if kept or len(papers) < 2 else "")


def stale(count: int) -> str:
    verb = "matches" if count == 1 else "match"
    return f"{count} no longer {verb} · ctrl+l tidies" if count else ""


def joined(answer: Answer, more: str) -> Answer:
    if not more:
        return answer
    return Answer(f"{answer.text} · {more}", f"{answer.short} · {more}" if answer.short else "")


def nothing_unread(queued: int) -> str:
    return "Nothing unread in this list" + (f". {queued} queued (f 1)" if queued else "")


def no_unread(down: bool, elsewhere: int, *, here: bool, queued: int) -> Answer:
    """`here`: the paper under the cursor is unread."""
    side, other, key = ("below", "above", "[") if down else ("above", "below", "]")
    if not elsewhere:
        return Answer("only this one is unread" if here else nothing_unread(queued))
    return Answer(f"no unread {side}; {elsewhere} {other} ({key})")


def found(exact: int, similar: int, total: int) -> str:
    """The count at the right of the search line."""
    if similar:
        return f"{exact} exact, {similar} similar of {total}"
    return f"{exact} exact of {total}" if exact else f"0 of {total}"


def count(listing: Listing) -> str:
    """The count of a search; one for nothing lists everything."""
    total = len(listing.papers)
    if listing.results and not listing.results.query.terms:
        return f"all {total}"
    so_far = " so far" if listing.first_look else ""
    return found(listing.exact, listing.similar, total) + so_far


def hint(results: Results | None) -> Answer:
    """What of a query is not understood, and that a query for nothing lists everything."""
    if results is None or not results.hints:
        return NOTHING
    everything = "" if results.query.terms else "; all papers are listed"
    return Answer(results.hints[0] + everything, results.hints[0])


def order_words(order: Sort, reverse: bool) -> str:
    return f"by {order}" + (", reversed" if reverse else "")


def selected(count: int, listed: int) -> str:
    if not count:
        return ""
    hidden = count - listed
    return f"{count} selected" + (f", {hidden} not listed" if hidden else "")


def none_listed(selected: int) -> Answer:
    """Why a key found no paper to act on."""
    if not selected:
        return NO_PAPER
    none = "none is listed · f v lists them"
    return Answer(f"of the {selected} selected {none}", none)


def filter_from_last_time(text: str, total: int) -> Answer:
    return Answer(f"filter from last time: {text} · escape shows all {total}")


def config_faults(faults: Sequence[str], file: str, filtered: bool) -> Answer:
    """The first of the faults, which begin with their key, and where all of them are shown."""
    kept = " · filter from last time" if filtered else ""
    if len(faults) == 1 and not filtered:
        return Answer(f"{file}: {faults[0]}")
    key = faults[0].partition(":")[0]
    more = f", {len(faults) - 1} more" if len(faults) > 1 else ""
    long = f"{file}: {key}{more} · tui-reader config shows all{kept}"
    short = f"{file}: {key}{more}: tui-reader config{kept}"
    if len(short) > NARROW:
        short = f"{file}, {len(faults)} wrong: tui-reader config{kept}"
    return Answer(long, short)


def own_beside_samples(own: int, samples: int) -> Answer:
    papers = "1 paper" if own == 1 else f"{own} papers"
    here = f"{papers} in. The {samples} samples are still here"
    return Answer(
        f"{here}: tui-reader documents remove takes them away",
        f"{here}: tui-reader documents remove",
    )


def elsewhere(changes: Changes, total: int) -> str:
    """What another process did."""
    count = len(changes.states)
    papers = "1 paper" if count == 1 else f"{count} papers"
    now = f"{total} papers now" if changes.papers else ""
    marked = f"changed elsewhere: {papers}" if count else "changed elsewhere"
    return " · ".join(part for part in (marked, now) if part)


def imported(report: Report) -> str:
    """What an import did; the terminal tells all of it when the reader is left."""
    counts = {
        "new": report.new,
        "updated": report.updated,
        "merged": report.merged,
        "proposed": report.proposed,
        "doubtful": report.doubtful,
        "unchanged": report.unchanged,
        "skipped": len(report.skipped),
    }
    told = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
    return f"imported: {told or 'nothing new'}"


def saving(state: str, message: str) -> str:
    """How saving goes, for the right of the status line."""
    return {
        "saved": "saved",
        "saving": "saving…",
        "failed": f"NOT SAVED: {_cause(message)}, retrying",
        "waiting": message or "waiting for the lock",
        "read-only": _short_path(message) or "read-only",
    }.get(state, state)


def _short_path(message: str) -> str:
    """`read-only: PATH`, of a long path its end only: the answers need the room."""
    words, _, path = message.partition(": ")
    return f"{words}: …{path[-_LONGEST_PATH:]}" if len(path) > _LONGEST_PATH else message


def _cause(message: str) -> str:
    """Of `could not save FILE: cause; what that means` the cause; the dialog says it all."""
    return message.partition(": ")[2].partition(";")[0] or message


NO_SEARCH = Answer("no search: / starts one, e edits the note")
NOT_YET = Answer("still looking through the papers; again in a moment")
IMPORT_STOPS = Answer("the import stops; the same one again goes on with the rest")
MERGING_GOES_ON = Answer("the documents are in already; their papers follow")
NO_PAPER = Answer("no paper here")
DIGITS_ARE_STATUSES = "digits set a status; u undoes"
