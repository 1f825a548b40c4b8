"""What stands in the list when nothing is listed."""

from tui_reader.latex import display
from tui_reader.papers import Status
from tui_reader.search.explain import Explanation, Term
from tui_reader.tui.listing import Listing

_VERBS = {
    Status.QUEUED: "queues",
    Status.READING: "starts",
    Status.SKIMMED: "skims",
    Status.READ: "finishes",
    Status.DROPPED: "drops",
}


def nothing_found(listing: Listing) -> str:
    """Why the list is empty and what to do about it, one line each."""
    total = len(listing.papers)
    if not total:
        return "No papers yet.\ntui-reader import FILE brings some in, from the shell."
    if listing.first_look:
        return "Looking through the abstracts…"
    text = listing.filter.text.strip()
    status = text.removeprefix("status:")
    if text == "status:unread":
        return f"Nothing unread in this list.\nescape shows all {total}"
    if text.startswith("status:") and status in tuple(Status):
        key, verb = tuple(Status).index(Status(status)), _VERBS[Status(status)]
        marking = f"{key} {verb} the paper under the cursor"
        return f"Nothing is {status}. {marking}\nescape shows all {total}"
    if listing.results is None:
        return f"Nothing here. escape shows all {total}"
    return "\n".join(_explained(listing.results.explain(), total))


def _explained(why: Explanation, total: int) -> list[str]:
    counts = "  ·  ".join(map(_term, why.terms))
    if len(why.terms) == 1:
        lines = [f"No paper has this: {counts}"]
    else:
        lines = ["No paper has all of these. One by one:", counts]
    if why.remaining and why.first:
        are = "is 1" if why.remaining == 1 else f"are {why.remaining}"
        lines.append(f"Without {why.without} there {are}: {display(why.first.title)}")
    last = "ctrl+w takes the last word away; " if len(why.terms) > 1 else ""
    return [*lines, f"{last}escape twice shows all {total} where you were"]


def _term(term: Term) -> str:
    near = f", near it: {term.near} {term.near_count}" if term.near else ""
    return f"{term.text} {term.count}{near}"
