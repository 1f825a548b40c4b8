from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.papers import HOSTILE_TITLES
from tui_reader.text import clean, clean_line
from tui_reader.tui.drawing.cells import cut, drawable, padded, prefix, width, wrap

texts = st.text().map(clean_line) | st.sampled_from(HOSTILE_TITLES).map(clean_line)


@given(texts)
def test_width_is_what_the_toolkit_takes_when_it_draws(text: str) -> None:
    assert width(text) == cell_len(drawable(text)) == sum(map(width, text))


@given(texts, st.integers(0, 60))
def test_padded_fills_its_cells_exactly(text: str, cells: int) -> None:
    assert width(padded(text, cells, "…")) == cells


@given(texts, st.integers(1, 60))
def test_cut_never_exceeds_and_says_that_it_cut(text: str, cells: int) -> None:
    short = cut(text, cells, "…")
    assert width(short) <= cells
    assert short == text or short.endswith("…")


def test_a_cut_keeps_marks_with_their_letter() -> None:
    assert prefix("e\u0301e\u0301", 1) == 2


def test_joined_emoji_take_the_cells_of_their_parts() -> None:
    assert width("👨\u200d👩\u200d👧") == 6
    assert drawable("❤\ufe0f") == "❤"


@given(texts, st.integers(2, 40))
def test_wrapped_lines_fit_and_lose_nothing_but_blanks(text: str, cells: int) -> None:
    lines = [text[start:end] for start, end in wrap(text, cells)]
    assert all(width(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text().map(clean), st.integers(1, 40))
def test_wrapping_ends_and_goes_forward_for_any_text(text: str, cells: int) -> None:
    places = [place for line in wrap(text, cells) for place in line]
    assert places == sorted(places)


def test_paragraphs_and_blank_lines_stay() -> None:
    text = "one two\n\nthree"
    assert [text[a:b] for a, b in wrap(text, 5)] == ["one", "two", "", "three"]
