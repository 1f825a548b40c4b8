"""How the panes share the terminal. No widgets."""

from typing import NamedTuple

from tui_reader.tui.config import Layout

LEAST = (30, 8)
SIDE_FROM = 110
ALONE_BELOW = 16
WIDEST_DETAIL = 92
LIST_SHARE = 0.62
LEAST_LIST = 40
LEAST_DETAIL = 24
LEAST_ROWS = 3
# Search line, two rules, status line, footer.
FRAME_ROWS = 5


class Arrangement(NamedTuple):
    """Side: `list_size` is columns. Stacked: rows of the list. Alone: one pane has all."""

    side: bool
    alone: bool
    list_size: int
    too_small: str = ""

    @property
    def joint(self) -> bool:
        """Whether a line stands between list and detail."""
        return self.side and not self.alone


def arrange(
    width: int, height: int, *, wanted: Layout = Layout.AUTO, wide: bool = False, shift: int = 0
) -> Arrangement:
    """`wide` asks for one pane alone, `shift` makes the list larger or smaller by steps."""
    if width < LEAST[0] or height < LEAST[1]:
        least = f"{LEAST[0]}x{LEAST[1]} is the least, this is {width}x{height}"
        return Arrangement(False, True, height, least)
    side = width >= SIDE_FROM if wanted is Layout.AUTO else wanted is Layout.SIDE
    alone = wide or height < ALONE_BELOW
    size = _side(width, shift) if side else _stacked(height, shift)
    return Arrangement(side, alone, size)


def _side(width: int, shift: int) -> int:
    columns = max(int(width * LIST_SHARE), width - WIDEST_DETAIL) + shift * 4
    return max(min(columns, width - LEAST_DETAIL), min(LEAST_LIST, width // 2))


def _stacked(height: int, shift: int) -> int:
    rows = int(height * 0.4) if height > 24 else round(height * 0.4) - 2
    return max(min(rows + shift, height - FRAME_ROWS - LEAST_ROWS), LEAST_ROWS)
