"""One card -> a draft: which line is title, which authors, which abstract."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tui_reader.importers.author_line import is_author_line
from tui_reader.importers.blocks import Block, Line
from tui_reader.importers.header import NO_HEADER, Header
from tui_reader.importers.identifiers import identifier

SHORTEST_PARAGRAPH = 120
LONGEST_GLUED = 600


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
        """The first line that can be one; later paragraphs of its size belong to it."""
        long = [i for i, (_, text) in enumerate(lines) if len(text) >= SHORTEST_PARAGRAPH]
        start = long[0] if long else 0
        parts: list[str] = []
        for i, (number, text) in enumerate(lines):
            if i == start or i in long[1:]:
                parts.append(text)
                if i != start:
                    self.notes.append((number, "taken for another paragraph of the abstract above"))
            elif found := identifier(text):
                self.identifiers.setdefault(*found)
            else:
                self.left_out.append((number, text))
        self.abstract = "\n".join(parts)


def read_card(block: Block) -> CardDraft:
    """The draft of a card's block; nothing of the block is dropped without a note."""
    draft = CardDraft(block.line, block.header or NO_HEADER)
    if draft.header.problem:
        draft.notes.append((block.line, draft.header.problem))
    lines = block.lines
    if len(lines) >= 2 and is_author_line(lines[1][1]) and not _is_glued(lines):
        draft.title, draft.author_line = lines[0][1], lines[1][1]
        rest = lines[2:]
    else:
        lines = _without_stray_start(lines, draft)
        draft.glued = lines[0][1] if lines else ""
        rest = lines[1:]
    draft.take_abstract(rest)
    if not block.lines:
        draft.notes.append((block.line, "nothing stands below this header"))
    elif not draft.abstract:
        draft.notes.append((block.line, "no abstract below this header"))
    return draft


def _is_glued(lines: Sequence[Line]) -> bool:
    """Two short lines and no abstract after them: glued, if only the first tells `et al.`."""
    first, second = lines[0][1], lines[1][1]
    return first.endswith(("et al.", "et al")) and not second.endswith(("et al.", "et al"))


def _without_stray_start(lines: list[Line], draft: CardDraft) -> list[Line]:
    """Without a line between header and glued line that is neither."""
    if len(lines) < 3 or len(lines[1][1]) > LONGEST_GLUED:
        return lines
    (_, first), (_, second), (_, third) = lines[:3]
    told = _tells_names(second) and not _tells_names(first)
    if told and len(third) >= SHORTEST_PARAGRAPH > len(first):
        draft.left_out.append(lines[0])
        return lines[1:]
    return lines


def _tells_names(line: str) -> bool:
    return ", " in line or line.endswith(("et al.", "et al"))
