import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.search.sort import Sort
from tui_reader.tui.paper.columns import Column, columns

C = Column


def names(width: int, sort: Sort = Sort.RELEVANCE) -> list[Column]:
    return [slot.column for slot in columns(width, sort)]


def width_of(column: Column, width: int, sort: Sort = Sort.RELEVANCE) -> int:
    return next(slot.width for slot in columns(width, sort) if slot.column is column)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (39, [C.GUTTER, C.MARK, C.FLAGS, C.TITLE]),
        (40, [C.GUTTER, C.STATUS, C.FLAGS, C.TITLE, C.YEAR]),
        (65, [C.GUTTER, C.STATUS, C.FLAGS, C.TITLE, C.YEAR]),
        (66, [C.GUTTER, C.STATUS, C.FLAGS, C.TITLE, C.AUTHOR, C.YEAR]),
        (89, [C.GUTTER, C.STATUS, C.FLAGS, C.TITLE, C.AUTHOR, C.YEAR]),
        (90, [C.GUTTER, C.STATUS, C.FLAGS, C.TITLE, C.AUTHOR, C.CATEGORY, C.SCORE, C.YEAR]),
        (
            110,
            [C.GUTTER, C.STATUS, C.BAR, C.FLAGS, C.TITLE, C.AUTHOR, C.CATEGORY, C.SCORE, C.YEAR],
        ),
    ],
)
def test_columns_by_width(width: int, expected: list[Column]) -> None:
    assert names(width) == expected


@pytest.mark.parametrize(("width", "author"), [(74, 10), (109, 10), (110, 24), (200, 24)])
def test_author_is_long_in_wide_lists(width: int, author: int) -> None:
    assert width_of(C.AUTHOR, width) == author


def test_there_is_room_for_doubt_behind_the_year_from_90_on() -> None:
    assert [width_of(C.YEAR, 89), width_of(C.YEAR, 90)] == [4, 5]


@given(st.integers(20, 300), st.sampled_from(Sort))
def test_columns_fill_the_width_exactly(width: int, sort: Sort) -> None:
    slots = columns(width, sort)
    assert sum(slot.width + slot.gap for slot in slots) == width
    assert width_of(C.TITLE, width, sort) > 0


SHOWN = {
    Sort.DATE: C.YEAR,
    Sort.AUTHOR: C.AUTHOR,
    Sort.PROGRESS: C.PROGRESS,
    Sort.ADDED: C.ADDED,
    Sort.CATEGORY: C.CATEGORY,
    Sort.SCORE: C.SCORE,
}


@pytest.mark.parametrize("sort", SHOWN)
@pytest.mark.parametrize("width", [30, 40, 66, 74, 90, 110, 250])
def test_the_column_sorted_by_is_always_shown(width: int, sort: Sort) -> None:
    assert SHOWN[sort] in names(width, sort)


def test_it_takes_the_place_of_the_author_where_the_title_needs_the_room() -> None:
    assert C.AUTHOR not in names(66, Sort.ADDED)
    assert C.AUTHOR in names(89, Sort.ADDED)
