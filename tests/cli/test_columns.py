"""Rows in columns."""

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.cli.columns import aligned, cells, cut, fit, piped


def test_a_pipe_gets_whole_cells_between_tabs() -> None:
    assert list(piped([["a", "long " * 40], ["b", ""]])) == ["a\t" + "long " * 40, "b\t"]


def test_a_terminal_gets_columns_and_only_the_wide_one_is_cut() -> None:
    lines = list(aligned([["a", "x" * 50, "2024"], ["bbb", "y", "2025"]], 30, 1, "…"))
    assert lines == ["a    " + "x" * 18 + "…  2024", "bbb  y" + " " * 18 + "  2025"]


def test_no_rows_no_lines() -> None:
    assert list(aligned([], 80, 0, "…")) == []


def test_wide_characters_take_two_columns_and_combining_ones_none() -> None:
    assert cells("深度") == 4
    assert cells("e\u0301") == 1
    assert cut("深度学习", 5, "…") == "深度…"
    assert fit("深", 4, "…") == "深  "


@given(
    st.lists(st.tuples(st.text(max_size=60), st.text(max_size=60)), min_size=1),
    st.integers(min_value=20, max_value=200),
)
def test_no_line_is_wider_than_the_terminal(rows: list[tuple[str, str]], width: int) -> None:
    assert all(cells(line) <= width for line in aligned(rows, width, 0, "…"))
