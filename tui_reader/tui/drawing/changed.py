"""Where lines drawn anew differ from those on the screen."""

from collections.abc import Sequence

from textual.geometry import Region
from textual.strip import Strip


def changed_regions(before: Sequence[Strip], after: Sequence[Strip]) -> list[Region]:
    """Of each line that differs all from the first piece that does."""
    pairs = enumerate(zip(before, after, strict=True))
    spans = ((y, _same(old, new), new.cell_length) for y, (old, new) in pairs if old is not new)
    return [Region(same, y, width - same, 1) for y, same, width in spans if same < width]


def _same(old: Strip, new: Strip) -> int:
    """How many cells both begin with."""
    cells = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            return cells
        cells += other.cell_length
    return cells
