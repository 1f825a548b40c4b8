"""Why a query finds nothing: each term alone, and the one to leave out."""

from tui_reader.cli.titles import title_of
from tui_reader.search.explanation import Term
from tui_reader.search.results import Results


def nothing_found(results: Results) -> str:
    if not results.query.terms:
        return "nothing listed: the query asks for nothing"
    why = results.explain()
    lines = [f"nothing found: {results.query.text}"]
    if why.terms:
        lines.append("one by one: " + " · ".join(map(_alone, why.terms)))
    if why.first is not None:
        there = f"there is 1: {title_of(why.first)}"
        if why.remaining > 1:
            there = f"there are {why.remaining}, the first: {title_of(why.first)}"
        lines.append(f"without {why.without} {there}")
    return "\n  ".join(lines)


def _alone(term: Term) -> str:
    near = f", near it: {term.near} {term.near_papers}" if term.near else ""
    return f"{term.text} {term.papers}{near}"
