"""Evidence in the shape of what would be a name."""

import re
from collections.abc import Iterator

from tui_reader.importers.split.context import Context
from tui_reader.importers.split.cuts import PARTICLES
from tui_reader.importers.split.letters import CAPITALS, SMALL

INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,4}|[^\W\d_]")
PREFIXED = re.compile(
    r"(?:(?:Mc|Mac|De|Di|Da|Del|Della|La|Le|Van|Von|Fitz|El|Al|Ben|St)['’]?|[^\W\d_a-z]['’])[^\W\d_a-z]"
)
SMALL_PREFIX = re.compile(r"(?:[dl]|al|el|ben|bin|abd|van|von)[-'’]?[^\W\d_a-z]")
GROUPS = ("Collaboration", "Community", "Consortium", "Group", "Initiative", "Labs?", "Project",
          "Research", "Team", "Workshop", "AI")  # fmt: skip
GROUP = re.compile(
    rf"(?:^|.*[ -])(?:{'|'.join(GROUPS)}|{'|'.join(GROUPS[:-1]).lower()})$|.*[a-z]AI$"
)
INNER_CAPITAL = re.compile(rf"[{SMALL}][{CAPITALS}]")
COUNTS = ("", "name of one word", "name of two words", "name of three words", "name of four words")
RUNS_IN = "title word runs into a name"
ODD = frozenset("$\\{}^_=<>|*+%&/:;?![]@#0123456789")


def shape_of(name: str, context: Context) -> Iterator[str]:
    """Names of the evidence (see weights) that one name gives."""
    words = name.split()
    counted = sum(1 for w in words if w not in PARTICLES and not INITIALS.fullmatch(w))
    counted = max(counted, min(len(words), 2))
    yield COUNTS[counted] if counted < len(COUNTS) else "name of more words"
    if not words:
        return
    if words[0].lower() == "and":
        yield "name starts with `and`"
    group = GROUP.match(name) is not None
    for i, word in enumerate(words):
        yield from _word_shape(word, i, len(words), group, context)
        yield from _word_known(word, i, context)
    if name in context.names.whole:
        yield "whole name known here"


def _word_shape(word: str, i: int, words: int, group: bool, context: Context) -> Iterator[str]:
    """A group may call itself what it likes; a person's name has one capital a part."""
    if not ODD.isdisjoint(word):
        yield "digit or odd mark in a name"
    if word[0].islower():
        if i == 0:
            yield "starts with a particle"
        elif word not in PARTICLES and not group and not SMALL_PREFIX.match(word):
            yield "small word in a name"
        return
    if len(word) > 2 and word.isupper() and not INITIALS.fullmatch(word):
        if not group:
            yield "lone capitals" if words == 1 else "word all in capitals"
    elif not PREFIXED.match(word):
        told = _capitals(word, context)
        yield from (each for each in told if each == RUNS_IN or not group)


def _capitals(word: str, context: Context) -> Iterator[str]:
    """Capitals past the first letter of a part: `IAndrew` hardly, `JianHe` sometimes."""
    for part in re.split(r"[-'’.]", word):
        if len(part) > 2 and part[0].isupper() and part[1].isupper() and not part.isupper():
            yield "capitals run into a small letter"
        inner = INNER_CAPITAL.search(part)
        if inner and not context.knows(part):
            yield "capital inside a name"
            if _is_title_word(part[: inner.start() + 1], context):
                yield RUNS_IN


def _word_known(word: str, i: int, context: Context) -> Iterator[str]:
    if i == 0 and len(word) > 2 and word in context.names.given:
        yield "given name known here"
    elif i > 0 and len(word) > 2 and word in context.names.family:
        yield "other name known here"
    elif len(word) > 2 and word.lower() in context.words:
        yield "word the abstract writes small"
    elif len(word) > 2 and word in context.words:
        yield "capitalised word of the abstract"


def _is_title_word(word: str, context: Context) -> bool:
    return len(word) > 2 and (context.knows(word) or context.knows_form_of(word))
