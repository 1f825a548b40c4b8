"""Formulas: `$…$` told from money, and what is shown for them."""

import re

from tui_reader.latex.braces import LONGEST, balanced
from tui_reader.latex.conversion import convert_maths

_CLOSING = {"\\(": "\\)", "\\[": "\\]", "$$": "$$"}
_DOLLAR = re.compile(r"\\.|\$", re.DOTALL)
_ENVIRONMENT_END = re.compile(r"\\end\{[a-z]+\*?\}")
_MARKUP = re.compile(r"[\\^_{}~&]")
_WORDS = re.compile(r"[^\W\d_]{2,}\s+[^\W\d_]{2,}|^\d.*\b[^\W\d_]{3,}", re.DOTALL)


def maths(text: str, opening: str, start: int, end: int) -> tuple[str, int] | None:
    """The formula whose `opening` sign is at `start:end` and where it ends; None if it is none."""
    if opening == "$":
        closing = _closing_dollar(text, end)
        if closing < 0 or not _is_formula(text[end:closing], text[closing + 1 : closing + 2]):
            return None
        return _shown(text, start, end, closing, closing + 1)
    sign = _CLOSING[opening]
    closing = text.find(sign, end, end + LONGEST)
    if closing <= end:
        return None
    return _shown(text, start, end, closing, closing + len(sign))


def environment(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The same for what stands between `\\begin{equation}` and its end."""
    closing = _ENVIRONMENT_END.search(text, end, end + LONGEST)
    if not closing:
        return None
    return _shown(text, start, end, closing.start(), closing.end())


def _shown(text: str, start: int, inner: int, inner_end: int, end: int) -> tuple[str, int]:
    """The formula in Unicode, its source where that cannot be had."""
    source = text[inner:inner_end]
    if not _MARKUP.search(source):
        return " ".join(source.split()), end
    shown = convert_maths(source) if balanced(source) else None
    return text[start:end] if shown is None else shown, end


def _closing_dollar(text: str, start: int) -> int:
    for found in _DOLLAR.finditer(text, start, start + LONGEST):
        if found.group() == "$":
            return found.start()
    return -1


def _is_formula(inside: str, after: str) -> bool:
    """Whether what stands between two dollars is no prose about money or shell variables."""
    if not inside.strip() or "\n\n" in inside:
        return False
    if inside[0].isdigit() and after.isdigit() and "\\" not in inside:
        return False
    if inside[0].isspace() != inside[-1].isspace():
        return "\\" in inside
    if _MARKUP.search(inside):
        return True
    return not inside[0].isspace() and not _WORDS.search(inside)
