"""Evidence in how the title would end."""

import re
from collections.abc import Iterator

from tui_reader.importers.split.context import Context

LAST_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*$")
FIRST_WORD = re.compile(r"[^\W_]+")
CLOSING = "?!)]}$\"”’'»%+*°."
NO_ENDINGS = frozenset(
    (
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "if",
        "in",
        "into",
        "nor",
        "of",
        "on",
        "or",
        "the",
        "than",
        "to",
        "upon",
        "via",
        "vs",
        "with",
    )
)
ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "al", "ly", "ion", "ions", "ity", "y", "ies")
LONGEST_LOOK = 80


def ending_of(line: str, at: int, context: Context) -> Iterator[str]:
    """Names of the evidence (see weights) that a cut at `at` gives about the title."""
    head = line[max(0, at - LONGEST_LOOK) : at]
    if head[-1] in CLOSING:
        yield "ends with a mark that ends titles"
    elif match := LAST_WORD.search(head):
        yield from _last_word(match[0], line, at, context)
    if leaves_open(line[:at]):
        yield "leaves something open in the title"


def _last_word(word: str, line: str, at: int, context: Context) -> Iterator[str]:
    folded = word.lower()
    following = FIRST_WORD.match(line, at, at + LONGEST_LOOK)
    if following and (word + following[0]).lower() in context.folded:
        yield "ends inside a word of the abstract"
    if folded in NO_ENDINGS and word != word.upper():
        yield "ends with a word that ends no title"
    elif len(word) == 1 and word.isalpha():
        yield "ends with a single letter"
    elif folded in context.folded:
        yield "ends with a word of the abstract"
    elif _has_form(folded, context.folded):
        yield "ends with a form of a word of the abstract"
    elif folded in context.titles:
        yield "ends with a word of other titles"
    if word[-1].isupper() and not word.isupper() and word not in context.words:
        yield "ends in mid capitals"


def _has_form(word: str, known: frozenset[str]) -> bool:
    """Whether the word is known with another ending: plural, tense, adjective."""
    stems = {word}
    stems.update(word[: -len(e)] for e in ENDINGS if word.endswith(e) and len(word) - len(e) >= 3)
    return any(
        s in known or s + "s" in known or s + "e" in known or s + "ing" in known for s in stems
    )


def leaves_open(title: str) -> bool:
    """Whether a bracket, quote or formula starts in the title and does not end there."""
    return (
        title.count("(") > title.count(")")
        or title.count("[") > title.count("]")
        or title.count("{") > title.count("}")
        or (title.count("$") - title.count("\\$")) % 2 == 1
        or title.count("“") > title.count("”")
        or title.count('"') % 2 == 1
    )
