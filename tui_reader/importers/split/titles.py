"""Evidence in how the title would end."""

import re
from collections.abc import Iterator

from tui_reader.importers.split.context import Context
from tui_reader.importers.split.letters import CAPITALS, SMALL

LAST_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*$")
FIRST_WORD = re.compile(r"[^\W_]+")
CLOSING = "?!)]}$\"”’'»%+*°"
GLUE = re.compile(rf"[{SMALL}?!)\]}}$][{CAPITALS}]|\d[{CAPITALS}](?=[{SMALL}])")
NOUN = re.compile(
    r"[A-Z]?[a-z]{3,}(?:ions?|ments?|ness|it(?:y|ies)|ings?|[ae]nc(?:es?|y)|ics|isms?|olog(?:y|ies)|[eo]rs?)"
)
CAMEL_TAIL = re.compile(rf"[{SMALL}?!)\]}}$]([{CAPITALS}][{SMALL}]+)$")
RUN_OF_CAPITALS = re.compile(rf"[{SMALL}][{CAPITALS}]+$")
LONE_CAPITAL = re.compile(rf"[{CAPITALS}](?![{SMALL}])")
SHORTEST_GLUED = 3
SHORTEST_PLURAL = 5
NO_ENDINGS = frozenset((
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "nor",
    "of", "on", "or", "the", "than", "to", "upon", "via", "vs", "with",
))  # fmt: skip
LONGEST_LOOK = 120
LONGEST_TITLE = 2000


def ending_of(line: str, at: int, context: Context) -> Iterator[str]:
    """Names of the evidence (see weights) that a cut at `at` gives about the title."""
    head = line[max(0, at - LONGEST_LOOK) : at]
    if head[-1] in CLOSING:
        yield "ends with a mark that ends titles"
    elif match := LAST_WORD.search(head):
        yield from _last_word(match[0], line, at, context)
    *tokens, last = head.split()
    glued = [token for token in tokens if looks_glued(token, context, False)]
    if any(context.knows(_before_glue(token)) for token in glued):
        yield "leaves a word of the abstract glued to another"
    elif glued:
        yield "leaves a glued word in the title"
    elif looks_glued(last, context, True):
        through = RUN_OF_CAPITALS.search(last) and LONE_CAPITAL.match(line, at)
        if through:
            yield "cuts through capitals"
        else:
            likely = _may_end(_before_glue(last))
            yield "ends with a likely end glued to a word" if likely else "ends with a glued word"
    if (tail := CAMEL_TAIL.search(last)) and context.names.knows(tail[1]):
        yield "ends with a known name"
    if leaves_open(line[max(0, at - LONGEST_TITLE) : at]):
        yield "leaves something open in the title"


def _last_word(word: str, line: str, at: int, context: Context) -> Iterator[str]:
    folded = word.lower()
    following = FIRST_WORD.match(line, at, at + LONGEST_LOOK)
    if following and context.knows(word + following[0]):
        yield "ends inside a word of the abstract"
    if folded in NO_ENDINGS and word != word.upper():
        yield "ends with a word that ends no title"
    elif len(word) == 1 and word.isalpha():
        yield "ends with a single letter"
    elif context.knows(word) or (GLUE.search(word) and context.knows_joined(word)):
        yield "ends with a word of the abstract"
    elif context.knows_form_of(word):
        yield "ends with a form of a word of the abstract"
    elif folded in context.titles and not _runs_on(line, at):
        yield "ends with a word of other titles"
    elif NOUN.fullmatch(word):
        yield "ends with a noun"
    elif line[at].islower() and word[-1].islower():
        yield "a small letter starts the name in mid word"
    elif len(word) == 2 and not word.isupper() and word.isalpha():
        yield "ends with a short unknown word"


def looks_glued(token: str, context: Context, is_last: bool) -> bool:
    """Whether a small letter runs into a capital and nothing around explains such a word.

    The last word of a title may be put together of words that the abstract has apart.
    """
    at = GLUE.search(token)
    if at is None:
        return False
    middle = at.end() - 1
    first, second = FIRST_WORD.findall(token[:middle]), FIRST_WORD.findall(token[middle:])
    if at[0][0].isalpha() and len(first[-1]) < SHORTEST_GLUED:
        return False
    joined = (first[-1] if at[0][0].isalpha() else "") + second[0]
    if context.knows_joined(joined) or context.knows(joined) or context.knows_form_of(joined):
        return False
    tail = second[0]
    known = len(tail) >= SHORTEST_GLUED and (context.knows(tail) or context.knows_form_of(tail))
    return not (is_last and known)


def _runs_on(line: str, at: int) -> bool:
    """Whether the word after the cut has a capital inside, so that it may hold the better cut."""
    following = FIRST_WORD.match(line, at, at + LONGEST_LOOK)
    return following is not None and GLUE.search(following[0]) is not None


def _before_glue(token: str) -> str:
    at = GLUE.search(token)
    words = FIRST_WORD.findall(token[: at.start() + 1]) if at else ()
    return words[-1] if words else ""


def _may_end(word: str) -> bool:
    """Whether the word may well end a title: a noun by its ending, a plural or a number."""
    plural = len(word) >= SHORTEST_PLURAL and word.endswith("s") and not word.endswith(("ss", "us"))
    return plural or word.isdigit() or NOUN.fullmatch(word) is not None


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
