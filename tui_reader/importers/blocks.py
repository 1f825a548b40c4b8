"""Lines of a text document -> blocks: a card, a paragraph `Abstract:`, an author page's head."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto

from tui_reader.importers.abstract import may_be_labelled, without_label
from tui_reader.importers.author_line import is_author_line
from tui_reader.importers.furniture import is_furniture
from tui_reader.importers.header import LONGEST_HEADER, Header, read_header
from tui_reader.importers.profile import LONGEST_NAME, is_category, statistic

Line = tuple[int, str]
PROGRESS_EVERY = 5000


class Kind(Enum):
    STRAY = auto()
    CARD = auto()
    ABSTRACT = auto()
    PROFILE = auto()


@dataclass(slots=True)
class Block:
    """`lines` are the stripped, non-empty lines with their numbers (from 1) after `line`."""

    kind: Kind
    line: int
    header: Header | None = None
    lines: list[Line] = field(default_factory=list)

    @property
    def waits_for_abstract(self) -> bool:
        """A card whose title is told and whose abstract is not."""
        if self.kind is not Kind.CARD:
            return False
        told = len(self.lines)
        return told == 1 or (told == 2 and is_author_line(self.lines[1][1]))


def blocks_of(
    lines: list[str], as_of: date, furniture: list[str], progress: Callable[[int, int], None]
) -> Iterator[Block]:
    """Every block in order; known page furniture goes to `furniture` instead."""
    block = Block(Kind.STRAY, 1)
    total = len(lines)
    for number, raw in enumerate(lines, 1):
        if not number % PROGRESS_EVERY:
            progress(number, total)
        line = raw.strip()
        if not line:
            continue
        is_short = len(line) <= LONGEST_HEADER
        if (is_short or may_be_labelled(line)) and (
            following := _started(line, number, block, as_of)
        ):
            yield block
            block = following
        elif is_short and block.kind is not Kind.PROFILE and is_furniture(line):
            furniture.append(line)
        else:
            block.lines.append((number, line))
    yield block


def _started(line: str, number: int, block: Block, as_of: date) -> Block | None:
    """The block this line starts, if it starts one."""
    if len(line) <= LONGEST_HEADER:
        if header := read_header(line, as_of):
            return Block(Kind.CARD, number, header)
        if statistic(line):
            return _profile(line, number, block)
    if (text := without_label(line)) is None:
        return None
    if block.waits_for_abstract:
        block.lines.append((number, text))
        return Block(Kind.STRAY, number)
    return Block(Kind.ABSTRACT, number, lines=[(number, text)] if text else [])


def _profile(line: str, number: int, block: Block) -> Block | None:
    """A profile starts at its name, which was taken for the end of what stands before."""
    if block.kind is Kind.PROFILE:
        return None
    head: list[Line] = []
    if block.lines and is_category(block.lines[-1][1]):
        head.insert(0, block.lines.pop())
    if block.lines and len(block.lines[-1][1]) <= LONGEST_NAME:
        head.insert(0, block.lines.pop())
    if not head:
        return None
    return Block(Kind.PROFILE, head[0][0], lines=[*head, (number, line)])
