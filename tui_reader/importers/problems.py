"""How many places of one document are named: its problems are kept with the papers."""

from collections.abc import Sequence

from tui_reader.papers import Problem

MOST = 1000
LIMIT = f"more than {MOST} such places, of which the first are named"


def named(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    if len(problems) <= MOST:
        return tuple(problems)
    limit = Problem(problems[0].document, 0, LIMIT)
    return limit, *[problem for problem in problems if problem != limit][: MOST - 1]
