"""Braces in LaTeX, with limits that keep hostile text cheap."""

import re

# A fragment is a formula or a phrase; longer or deeper ones stay source.
LONGEST = 4_000
DEEPEST = 40

_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


def group_end(text: str, start: int) -> int:
    """Where the group that opens at `start` ends, past its brace; 0 if it does not in reason."""
    depth = 0
    for brace in _BRACE.finditer(text, start, start + LONGEST):
        depth += {"{": 1, "}": -1}.get(brace.group(), 0)
        if depth == 0:
            return brace.end()
        if depth > DEEPEST:
            return 0
    return 0


def balanced(text: str) -> bool:
    """Whether every group closes, none deeper than is reasonable."""
    depth = 0
    for brace in _BRACE.finditer(text):
        depth += {"{": 1, "}": -1}.get(brace.group(), 0)
        if not 0 <= depth <= DEEPEST:
            return False
    return depth == 0
