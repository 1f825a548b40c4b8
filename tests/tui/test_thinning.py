"""A frame in fewer bytes looks the same."""

import pyte
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.tui.terminal.thinning import thinned

STYLES = (
    "1;38;2;223;226;231;48;2;20;22;27",
    "38;2;223;226;231;48;2;20;22;27",
    "38;2;223;226;231;48;2;42;48;59",
    "1;4;38;2;255;180;84;48;2;20;22;27",
    "7",
    "4",
    "31;44",
    "97;100",
    "38;5;12",
    "48;5;7",
)
PIECES = st.one_of(
    st.tuples(st.sampled_from(STYLES), st.sampled_from(("a", "word ", " ", "   "))).map(
        lambda piece: f"\x1b[{piece[0]}m{piece[1]}\x1b[0m"
    ),
    st.tuples(st.integers(1, 5), st.integers(1, 20)).map(lambda at: f"\x1b[{at[0]};{at[1]}H"),
    st.sampled_from(("plain", " ")),
)


def seen(*frames: str) -> list[list[object]]:
    """The cells, and where the cursor stands; the colour of a blank's ink is not seen."""
    screen = pyte.Screen(40, 6)
    stream = pyte.Stream(screen)
    # As the program has it: what is longer than a line does not go on in the next.
    stream.feed("\x1b[?7l")
    for frame in frames:
        stream.feed(frame)
    cells = [screen.buffer[y][x] for y in range(6) for x in range(40)]
    blanks = [cell._replace(fg="", bold=False) if _is_blank(cell) else cell for cell in cells]
    return [[*blanks], [screen.cursor.x, screen.cursor.y, screen.cursor.attrs]]


def _is_blank(cell: pyte.screens.Char) -> bool:
    return cell.data == " " and not (cell.reverse or cell.underscore)


@given(st.lists(PIECES, max_size=30), st.lists(PIECES, max_size=30))
def test_it_looks_the_same(first: list[str], second: list[str]) -> None:
    frames = "".join(first), "".join(second)
    short = [thinned(frame) for frame in frames]
    assert seen(*short) == seen(*frames)
    assert sum(map(len, short)) <= sum(map(len, frames))


def test_a_style_is_said_once_and_idle_moves_not_at_all() -> None:
    piece = "\x1b[38;2;1;2;3;48;2;4;5;6m{}\x1b[0m"
    frame = piece.format("one") + "\x1b[3;9H\n\x1b[4;2H" + piece.format("two")
    assert thinned(frame) == "\x1b[38;2;1;2;3;48;2;4;5;6mone\x1b[4;2Htwo\x1b[0m"


def test_within_a_line_only_the_column_is_said() -> None:
    places = ("3;1", "3;9", "4;9", "3;1")
    frame = "\n".join(f"\x1b[{place}H\x1b[31mword\x1b[0m" for place in places)
    assert thinned(frame) == "\x1b[3H\x1b[31mword\x1b[9Gword\x1b[4;9Hword\x1b[3Hword\x1b[0m"
