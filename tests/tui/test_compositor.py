"""What has changed is sent from where it changed, and Textual by itself still sends more."""

from rich.console import Console
from rich.segment import Segment
from textual._compositor import ChopsUpdate
from textual.strip import Strip

from tui_reader.tui.drawing.compositor import exact
from tui_reader.tui.terminal.thinning import thinned

LINE = {0: Strip([Segment("left pane ")]), 10: Strip([Segment("right pane")])}
ENDS = [10, 20]


def update_of(*spans: tuple[int, int, int]) -> ChopsUpdate:
    return ChopsUpdate([LINE, LINE], list(spans), [ENDS, ENDS])


def sent(update: ChopsUpdate | None) -> str:
    assert update is not None
    return thinned(update.render_segments(Console()))


def test_a_line_is_sent_from_the_first_cell_to_the_last_that_changed() -> None:
    assert sent(exact(update_of((0, 5, 16)))) == "\x1b[1;6Hpane \x1b[1;11Hright "


def test_parts_of_a_line_are_placed_each() -> None:
    assert sent(exact(update_of((0, 0, 4), (0, 16, 20)))) == "\x1b[1;1Hleft\x1b[1;17Hpane"
    assert sent(exact(update_of((0, 0, 4), (0, 5, 9)))) == "\x1b[1;1Hleft\x1b[1;6Hpane"


def test_nothing_is_sent_of_what_nothing_draws() -> None:
    assert exact(ChopsUpdate([{0: None}], [(0, 0, 10)], [[10]])) is None


def test_one_pane_is_sent_after_the_other() -> None:
    frame = sent(exact(update_of((0, 0, 20), (1, 0, 20))))
    assert [part.split("H")[1] for part in frame.split("\x1b[")[1:]] == [
        "left pane ",
        "left pane ",
        "right pane",
        "right pane",
    ]


def test_textual_sends_the_line_from_the_left_edge_of_its_widget() -> None:
    """Else there is no need for a compositor of our own."""
    assert "left" in sent(update_of((0, 5, 16)))
