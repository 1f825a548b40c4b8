"""Where lines drawn anew differ: sent over the old ones, what differs makes the new ones."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui_reader.tui.drawing.changed import changed_regions

WIDTH = 20
UNDERLINED = Style(underline=True)
STYLES = (Style(bold=True), UNDERLINED, None)
MARK = "\u0301"
# A mark never begins a piece: `clean` gives it a character to stand on.
TEXTS = st.text(alphabet=f"ab …漢{MARK}", max_size=6).map(lambda text: text.lstrip(MARK))
LINES = st.lists(st.tuples(TEXTS, st.sampled_from(STYLES)), max_size=5)


def strip_of(line: list[tuple[str, Style | None]]) -> Strip:
    return Strip([Segment(text, style) for text, style in line]).adjust_cell_length(WIDTH)


def cells_of(strip: Strip) -> list[tuple[str, Style | None]]:
    """As a terminal shows them: a mark in the cell before it, nothing behind a wide character, a
    blank that is bold like one that is not."""
    cells: list[tuple[str, Style | None]] = []
    for text, style, _ in strip:
        for character in text:
            if character == MARK:
                cells[-1] = (cells[-1][0] + MARK, cells[-1][1])
            elif character == " ":
                cells.append((" ", style if style == UNDERLINED else None))
            else:
                cells += [(character, style), ("", style)][: cell_len(character)]
    return cells


@given(LINES, LINES)
def test_what_differs_makes_the_new_line_of_the_old_one(
    old: list[tuple[str, Style | None]], new: list[tuple[str, Style | None]]
) -> None:
    before, after = strip_of(old), strip_of(new)
    screen = cells_of(before)
    for region in changed_regions([before, before], [after, before]):
        screen[region.x : region.right] = cells_of(after.crop(region.x, region.right))
    assert screen == cells_of(after)


def spans(before: Strip, after: Strip) -> list[tuple[int, int]]:
    return [(region.x, region.right) for region in changed_regions([before] * 2, [after, before])]


def test_words_at_both_ends_are_not_sent_again() -> None:
    before, after = Segment("  unread  An old title  2024"), Segment("  unread  An odd title  2024")
    assert spans(Strip([before]), Strip([after])) == [(13, 16)]


def test_another_style_is_another_line() -> None:
    before, after = Segment("words", STYLES[0]), Segment("words", STYLES[1])
    assert spans(Strip([before]), Strip([after])) == [(0, 5)]


def test_each_piece_is_sent_for_itself() -> None:
    before = Strip([Segment("old  ", STYLES[0]), Segment("same new  words", None)])
    after = Strip([Segment("odd  ", STYLES[0]), Segment("same more words", None)])
    assert spans(before, after) == [(0, 3), (10, 14)]


def test_a_blank_in_other_ink_is_not_sent_but_one_on_other_ground_is() -> None:
    inks = (Style.parse("red on black"), Style.parse("bold green on black"))
    grounds = (*inks, Style.parse("red on white"))
    red, green, white = (
        Strip([Segment("a ", style), Segment("  b", inks[0])]) for style in grounds
    )
    assert spans(red, green) == [(0, 1)]
    assert spans(red, white) == [(0, 2)]


def test_a_line_that_stands_alone_is_sent_whole_but_for_the_blanks_at_its_ends() -> None:
    [region] = changed_regions([Strip([Segment("  4 of 81 ")])], [Strip([Segment("  5 of 81 ")])])
    assert (region.x, region.right) == (2, 9)
    [region] = changed_regions([Strip([Segment("  4 of 81 ")])], [Strip([Segment("   of 8   ")])])
    assert (region.x, region.right) == (2, 9)


def test_equal_lines_are_not_sent() -> None:
    assert not changed_regions([Strip([Segment("same")])], [Strip([Segment("same")])])
    assert not spans(Strip([Segment("same")]), Strip([Segment("same")]))
