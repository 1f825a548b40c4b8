"""Where LaTeX stands in a text that is mostly none, and what replaces it."""

import re

from tui_reader.latex.macros import Found, group, macro, sign
from tui_reader.latex.maths import environment, maths

_START = re.compile(
    r"(?P<path>(?<![^\s(\"'])(?:[A-Za-z]:|\\)\\\w\S*)"
    r"|(?P<maths>\\\(|\\\[|\$\$?)"
    r"|\\begin\{(?P<environment>equation|align|gather|multline|math|displaymath)\*?\}"
    r"|\\(?P<name>[A-Za-z]+)"
    r"|\\(?P<sign>[^A-Za-z\d])"
    r"|(?P<group>\{(?=\\))"
    r"|(?P<tie>(?<=[\w}$.])~(?=[\\$A-Za-z])|(?<=[^\W\d])~(?=\d)|(?<=\.)~(?=\()"
    r"|(?<=[^\W\d_]\.)~(?=\d))"
    r"|(?P<dash>(?<=\w)--(?=\w))",
    re.DOTALL,
)
_QUOTED = re.compile(r"``([^`]{1,400}?)(?:''|\")")
_HALF_QUOTED = re.compile(r"(?<![\w`])`(?=\w)([^`'\n]{1,80})'(?![\w'])")


def replace_fragments(text: str) -> str:
    """The text with what is LaTeX in it as Unicode."""
    parts = []
    place = 0
    while start := _START.search(text, place):
        parts.append(text[place : start.start()])
        shown, place = _replacement(text, start) or (start.group(), start.end())
        parts.append(shown)
    parts.append(text[place:])
    return _QUOTED.sub(r"“\1”", _HALF_QUOTED.sub(r"‘\1’", "".join(parts)))


def _replacement(text: str, found: re.Match[str]) -> Found:
    start, end = found.span()
    match found.lastgroup:
        case "maths":
            return maths(text, found.group(), start, end)
        case "environment":
            return environment(text, start, end)
        case "name":
            return macro(text, found["name"], start, end)
        case "sign":
            return sign(text, start)
        case "group":
            return group(text, start)
        case "tie":
            return " ", end
        case "dash":
            return "–", end
    return None
