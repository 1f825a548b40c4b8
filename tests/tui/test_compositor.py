"""What has changed is sent from where it changed, and Textual by itself still sends more."""

from rich.console import Console
from rich.segment import Segment
from textual._compositor import ChopsUpdate
from textual.strip import Strip

from tui_reader.tui.drawing.compositor import ExactUpdate

LINE = {0: Strip([Segment("left pane ")]), 10: Strip([Segment("right pane")])}
SPANS = [(0, 5, 16)]
ENDS = [[10, 20]]


def test_a_line_is_sent_from_the_first_cell_to_the_last_that_changed() -> None:
    sent = ExactUpdate([LINE], SPANS, ENDS).render_segments(Console())
    assert sent == "\x1b[1;6Hpane \x1b[1;11Hright "


def test_parts_that_do_not_meet_are_placed_each() -> None:
    sent = ExactUpdate([LINE], [(0, 0, 4), (0, 16, 20)], ENDS).render_segments(Console())
    assert sent == "\x1b[1;1Hleft\x1b[1;17Hpane"


def test_one_pane_is_sent_after_the_other() -> None:
    spans = [(0, 0, 20), (1, 0, 20)]
    sent = ExactUpdate([LINE, LINE], spans, ENDS * 2).render_segments(Console())
    assert [part.split("H")[1] for part in sent.split("\x1b[")[1:]] == [
        "left pane ",
        "left pane ",
        "right pane",
        "right pane",
    ]


def test_textual_sends_the_line_from_the_left_edge_of_its_widget() -> None:
    """Else there is no need for a compositor of our own."""
    assert "left" in ChopsUpdate([LINE], SPANS, ENDS).render_segments(Console())
