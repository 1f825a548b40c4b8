"""What stands in the list when nothing is listed."""

from tui_reader.latex import display
from tui_reader.papers import Status
from tui_reader.search.explanation import Explanation, Term
from tui_reader.tui.desk.answers import nothing_unread
from tui_reader.tui.desk.listing import Listing

_VERBS = {
    Status.QUEUED: "queues",
    Status.READING: "starts",
    Status.SKIMMED: "skims",
    Status.READ: "finishes",
    Status.DROPPED: "drops",
}
_VIEWS = {
    "is:starred": "Nothing is starred. * stars the paper under the cursor",
    "is:doubtful": "No paper is doubtful: title and authors of all are clear",
    "is:proposed": "No two papers are proposed as the same work",
    "added:7d": "No paper came in the last 7 days. tui-reader import FILE... brings some in",
}


def nothing_found(
    listing: Listing,
    *,
    searching: bool = False,
    queued: int = 0,
    provisional: bool = False,
    pending: bool = False,
) -> str:
    """Why the list is empty and what to do about it, one line each.

    `searching`: the search line has the focus, so that escape leaves it first.
    `provisional`: there are papers, which are still to be made of their documents.
    `pending`: what was asked for is still being looked for.
    """
    total = len(listing.papers)
    if provisional:
        return "The papers are made from their documents: they stand here in a moment"
    if pending:
        return "Looking through the papers…"
    if not total:
        return "No papers yet. tui-reader import FILE... brings some in, from the shell"
    if listing.first_look:
        return "Looking through the abstracts…"
    text = listing.filter.text.strip()
    escape = f"escape {'twice ' if searching else ''}shows all {total}"
    if sentence := _of_a_view(text, queued):
        return f"{sentence}; {escape}"
    if listing.results is None:
        return f"Nothing here. {escape}"
    why = listing.results.explain()
    shorter = "ctrl+w takes the last word away; " if searching and len(why.terms) > 1 else ""
    return "\n".join(_explained(why, f"{shorter}{escape} where you were"))


def _of_a_view(text: str, queued: int) -> str:
    """What to say where the whole query is one of the views of `f`."""
    if text == "status:unread":
        return nothing_unread(queued)
    status = text.removeprefix("status:")
    if text.startswith("status:") and status in tuple(Status):
        key, verb = tuple(Status).index(Status(status)), _VERBS[Status(status)]
        return f"Nothing is {status}. {key} {verb} the paper under the cursor"
    return _VIEWS.get(text, "")


def _explained(why: Explanation, escape: str) -> list[str]:
    counts = "  ·  ".join(map(_term, why.terms))
    if len(why.terms) == 1:
        lines = [f"No paper has this: {counts}"]
    else:
        lines = ["No paper has all of these. One by one:", counts]
    if why.remaining and why.first:
        are = "is 1" if why.remaining == 1 else f"are {why.remaining}"
        # A blank before it: the title is cut, as in the list.
        lines.append(f" Without {why.without} there {are}: {display(why.first.title)}")
    return [*lines, escape]


def _term(term: Term) -> str:
    near = f", near it: {term.near} {term.near_papers}" if term.near else ""
    return f"{term.text} {term.papers}{near}"
