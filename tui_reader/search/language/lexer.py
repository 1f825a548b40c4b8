"""Query text -> lexemes. Every text has lexemes; nothing raises."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_LEXEME = re.compile(
    r"""\s*(?:
        (?P<minus>-(?=[^\s\-)]))          # only before a term or a group
      | (?P<open>\()
      | (?P<close>\))
      | (?P<field>[^\W\d]\w*):            # title:
      | "(?P<phrase>[^"]*)(?P<end>"?)
      | (?P<word>[^\s()"]+)
    )""",
    re.VERBOSE,
)


class Lexeme(NamedTuple):
    """`kind` is minus, open, close, field, phrase, unclosed, word, or, and.

    `glued` says that nothing stands between it and the lexeme before.
    """

    kind: str
    text: str
    start: int
    end: int
    glued: bool


def lexemes(text: str) -> Iterator[Lexeme]:
    place = 0
    while match := _LEXEME.match(text, place):
        kind = match.lastgroup or ""
        start = match.end() - len(match[0].lstrip())
        yield _lexeme(match, kind, start, glued=start == place and place > 0)
        place = match.end()


def _lexeme(match: re.Match[str], kind: str, start: int, glued: bool) -> Lexeme:
    if kind == "end":
        closed = match["end"] == '"'
        kind, text = ("phrase" if closed else "unclosed"), match["phrase"]
    else:
        text = match[kind]
    if kind == "word" and text in ("OR", "AND"):
        kind = text.lower()
    return Lexeme(kind, text, start, match.end(), glued)
