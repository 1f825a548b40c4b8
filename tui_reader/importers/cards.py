"""One card -> a draft: which line is title, which authors, which abstract."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tui_reader.importers.author_line import GLUED, is_author_line, names_told, take_tail
from tui_reader.importers.blocks import Block, Line
from tui_reader.importers.header import NO_HEADER, Header
from tui_reader.importers.identifiers import identifier
from tui_reader.importers.split import can_be_cut

SHORTEST_PARAGRAPH = 120
LONGEST_STRAY = 60
LONGEST_WRAPPED = 130
SHORTEST_WRAPPED = 50
# Where a capital follows what ends a word, and every sign or letter this cannot judge.
MAY_BE_GLUED = re.compile(r"[^\W_A-Z][A-Z]|[^\w\s(\[{/\"'“‘-][A-Z]|[A-Z][A-Z][a-z]|[^\x00-\x7f]")
SENTENCE_ENDS = (".", "?", "!", ".)", '."', ".'", "…")


@dataclass(slots=True)
class CardDraft:
    """A card before its glued line (if it has one) is split.

    `glued` holds title and authors in one, else they are in `title` and `author_line`.
    `notes` are problems found so far, with their lines.
    """

    line: int
    header: Header = NO_HEADER
    title: str = ""
    author_line: str = ""
    glued: str = ""
    abstract: str = ""
    identifiers: dict[str, str] = field(default_factory=dict)
    notes: list[Line] = field(default_factory=list)
    left_out: list[Line] = field(default_factory=list)

    def take_abstract(self, lines: Sequence[Line]) -> None:
        """The first line that can be one, put together again where it was wrapped."""
        start = next((i for i, (_, text) in enumerate(lines) if len(text) >= SHORTEST_PARAGRAPH), 0)
        end = start + 1 if lines else 0
        if lines and len(lines[start][1]) <= LONGEST_WRAPPED:
            end = _end_of_wrapped(lines, start)
        self.abstract = " ".join(text for _, text in lines[start:end])
        for number, text in (*lines[:start], *lines[end:]):
            if found := identifier(text):
                self.identifiers.setdefault(*found)
            else:
                self.left_out.append((number, text))


def _end_of_wrapped(lines: Sequence[Line], start: int) -> int:
    """Past the last line that goes on with the sentence begun: one behind `start` if it ends."""
    end = start + 1
    while end < len(lines) and not lines[end - 1][1].endswith(SENTENCE_ENDS):
        end += 1
    whole = lines[end - 1][1].endswith(SENTENCE_ENDS)
    if not whole:
        return start + 1
    while end < len(lines) and len(lines[end][1]) >= SHORTEST_WRAPPED:
        end += 1
    return end


def read_card(block: Block) -> CardDraft:
    """The draft of a card's block; nothing of the block is dropped without a note."""
    draft = CardDraft(block.line, block.header or NO_HEADER)
    if draft.header.problem:
        draft.notes.append((block.line, draft.header.problem))
    apart = _stands_apart(block.lines)
    lines = block.lines if apart else _without_stray_start(block.lines, draft)
    if apart or _is_unglued(lines):
        draft.title, draft.author_line = lines[0][1], lines[1][1]
        rest = lines[2:]
    else:
        draft.glued = lines[0][1] if lines else ""
        rest = lines[1:]
    draft.take_abstract(rest)
    if not block.lines:
        draft.notes.append((block.line, "nothing stands below this header"))
    elif not draft.abstract:
        draft.notes.append((block.line, "no abstract below this header"))
    return draft


def _is_unglued(lines: Sequence[Line]) -> bool:
    """Whether title and authors stand on lines of their own."""
    if len(lines) < 2 or not is_author_line(lines[1][1]):
        return False
    first, second = lines[0][1], lines[1][1]
    if names_told(second):
        return True
    has_small_word = any(word[0].islower() for word in take_tail(second)[0].split())
    looks_glued = names_told(first) == 1 and GLUED.search(first) is not None
    return names_told(first) < 2 and not (looks_glued and has_small_word)


def _stands_apart(lines: Sequence[Line]) -> bool:
    """Whether blank lines set the second line apart, between an abstract and a title without
    any place where names could be glued to it: then it tells the authors, whatever they are called.
    """
    if len(lines) < 3:
        return False
    (title_at, title), (at, second), (abstract_at, abstract) = lines[:3]
    return (
        at - title_at > 1
        and abstract_at - at > 1
        and len(second) < SHORTEST_PARAGRAPH <= len(abstract)
        and not second.endswith(SENTENCE_ENDS)
        and MAY_BE_GLUED.search(title) is None
    )


def _looks_glued(line: str) -> bool:
    """Whether the line tells more than one name and has a place to cut before the first."""
    return names_told(line) == 2 or (names_told(line) == 1 and can_be_cut(line.split(", ")[0]))


def _without_stray_start(lines: list[Line], draft: CardDraft) -> list[Line]:
    """Without a line right below the header that is neither title nor glued line."""
    if len(lines) < 3 or len(lines[0][1]) > LONGEST_STRAY:
        return lines
    texts = [text for _, text in lines[:4]]
    if names_told(texts[1]) and is_author_line(texts[1]):
        return lines
    before_glued = (
        _looks_glued(texts[1])
        and not names_told(texts[0])
        and any(len(text) >= SHORTEST_PARAGRAPH for text in texts[2:])
        and not is_author_line(texts[1])
    )
    before_title = (
        len(texts) == 4
        and not names_told(texts[1])
        and names_told(texts[2]) > 0
        and is_author_line(texts[2])
        and len(texts[3]) >= SHORTEST_PARAGRAPH
    )
    if before_glued or before_title:
        draft.left_out.append(lines[0])
        return lines[1:]
    return lines
