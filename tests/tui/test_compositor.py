"""What has changed is sent from where it changed, and Textual by itself still sends more."""

import re

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate
from textual.strip import Strip

from tui_reader.tui.drawing.compositor import exact
from tui_reader.tui.terminal.thinning import thinned

LINE = {0: Strip([Segment("left pane ")]), 10: Strip([Segment("right pane")])}
ENDS = [10, 20]
BLUE, PLAIN = (Style.parse(f"{ink} on #101010") for ink in ("#0000ff", "#f0f0f0"))


def update_of(*spans: tuple[int, int, int]) -> ChopsUpdate:
    return ChopsUpdate([LINE, LINE], list(spans), [ENDS, ENDS])


def sent(update: ChopsUpdate | None) -> str:
    assert update is not None
    return thinned(update.render_segments(Console(color_system="truecolor")))


def test_a_line_is_sent_from_the_first_cell_to_the_last_that_changed() -> None:
    assert sent(exact(update_of((0, 5, 16)))) == "\x1b[1;6Hpane \x1b[1;11Hright "


def test_parts_of_a_line_are_placed_each() -> None:
    assert sent(exact(update_of((0, 0, 4), (0, 16, 20)))) == "\x1b[1Hleft\x1b[1;17Hpane"
    assert sent(exact(update_of((0, 0, 4), (0, 5, 9)))) == "\x1b[1Hleft\x1b[1;6Hpane"


def test_nothing_is_sent_of_what_nothing_draws() -> None:
    assert exact(ChopsUpdate([{0: None}], [(0, 0, 10)], [[10]])) is None


def test_what_is_in_one_style_is_sent_together() -> None:
    line = {0: Strip([Segment("○ ", BLUE), Segment("one ", PLAIN)])}
    update = ChopsUpdate([line, line], [(0, 0, 6), (1, 0, 6)], [[6], [6]])
    frame = sent(exact(update))
    assert re.findall(r"[○a-z]+", re.sub(r"\x1b\[[\d;]*[mHG]", " ", frame)) == [*"○○", "one", "one"]
    assert frame.count("38;2;") == 2


def test_a_mark_goes_with_what_it_stands_on() -> None:
    segments = [Segment("a", BLUE), Segment("\u0301", PLAIN)]
    update = ChopsUpdate([{0: Strip(segments)}], [(0, 0, 1)], [[1]])
    assert sent(exact(update)).count("H") == 1


def test_textual_sends_the_line_from_the_left_edge_of_its_widget() -> None:
    """Else there is no need for a compositor of our own."""
    assert "left" in sent(update_of((0, 5, 16)))
