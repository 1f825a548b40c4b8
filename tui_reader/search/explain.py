"""Makes the explanation of an empty answer."""

from collections.abc import Sequence

from tui_reader.papers import Paper
from tui_reader.search.engine import Engine
from tui_reader.search.explanation import Explanation, Term
from tui_reader.search.language.parser import raw_of
from tui_reader.search.language.query import Node, Query, Word


def explain(papers: Sequence[Paper], query: Query, engine: Engine) -> Explanation:
    """Leaves out each term in turn; the one whose absence leaves most papers is named, the last
    of equals: people narrow at the end."""
    counted = [_term(node, engine) for node in query.terms]
    if len(counted) < 2:
        return Explanation(counted)
    most, first, without = 0, None, ""
    for place, node in enumerate(query.terms):
        answer = engine.answer((*query.terms[:place], *query.terms[place + 1 :]))
        found = answer.exact or answer.similar
        if len(found) >= max(most, 1):
            most, first, without = len(found), papers[found[0]], raw_of(node)
    return Explanation(counted, without, most, first)


def _term(node: Node, engine: Engine) -> Term:
    count = len(engine.flags(node)) - engine.flags(node).count(0)
    near, near_count = ("", 0)
    if not count and isinstance(node, Word):
        near, near_count = engine.nearest(node)
    return Term(raw_of(node), count, near, near_count)
