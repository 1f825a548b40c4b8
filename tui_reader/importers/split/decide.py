"""The best cut of a glued line, and how far it leads."""

import math
from dataclasses import dataclass

from tui_reader.importers.author_line import names_of, take_tail
from tui_reader.importers.split.context import Context, with_title
from tui_reader.importers.split.cuts import can_be_cut, cuts
from tui_reader.importers.split.names import shape_of
from tui_reader.importers.split.titles import ending_of
from tui_reader.importers.split.weights import WEIGHTS

SURE_MARGIN = 2.0
LEAST_SURE_SCORE = -4.5
LEAST_SCORE = -11.0
SHOWN = 3
LONGEST_TAIL = 400


@dataclass(frozen=True, slots=True)
class Split:
    """`confidence` (0-1) grows with the lead of the best cut over the next;
    `other` is where the next would cut, empty without one."""

    title: str
    authors: tuple[str, ...]
    confidence: float
    needs_review: bool
    other: str = ""


@dataclass(frozen=True, slots=True)
class Scored:
    """`others` is how much of the score comes from names that no cut touches."""

    score: float
    others: float
    at: int
    names: tuple[str, ...]


def split(line: str, et_al: bool, context: Context) -> Split:
    """The cut with the most evidence; a line that no cut fits is all title."""
    found = scored(line, et_al, context)
    if not found or found[0].score < LEAST_SCORE:
        return Split(line, (), 0.0, True)
    best = found[0]
    margin = best.score - found[1].score if len(found) > 1 else best.score - LEAST_SCORE
    other = line[: found[1].at] if len(found) > 1 else ""
    confidence = round(1 / (1 + math.exp(-min(margin, 30.0))), 3)
    doubtful = margin < SURE_MARGIN or best.score - best.others < LEAST_SURE_SCORE
    return Split(line[: best.at], names_of(", ".join(best.names)), confidence, doubtful, other)


def scored(line: str, et_al: bool, context: Context) -> list[Scored]:
    """Every possible cut, the best first."""
    found = list(cuts(line, et_al))
    if not found:
        return []
    safe = line.rfind(" ", 0, min(at for at, _ in found))
    context = with_title(context, line[: max(safe, 0)])
    shapes: dict[str, float] = {}

    def shape(name: str) -> float:
        if name not in shapes:
            shapes[name] = sum(WEIGHTS[e] for e in shape_of(name, context))
        return shapes[name]

    rated = []
    for at, names in found:
        others = sum(map(shape, names[1:]))
        score = shape(names[0]) + others + _count(len(names), et_al)
        score += sum(WEIGHTS[e] for e in ending_of(line, at, context))
        rated.append(Scored(score, others, at, names))
    return sorted(rated, key=lambda s: (-s.score, s.at))


def _count(names: int, et_al: bool) -> float:
    if et_al:
        return 0.0 if names == SHOWN else WEIGHTS["not the three names of `et al.`"]
    return 0.0 if names <= SHOWN else WEIGHTS["more names than are shown"]


def sure_names(glued: str) -> tuple[str, ...]:
    """The names at the end of a glued line that no cut can go through."""
    head, tail = take_tail(glued)
    names = names_of(head[-LONGEST_TAIL:])
    if tail.et_al:
        return names[1 - SHOWN :] if len(names) >= SHOWN else ()
    return names[-1:] if len(names) > 1 and not can_be_cut(names[-1]) else ()
