from datetime import date

import pytest

from tui_reader.papers.dates import infer_year, month_number

AS_OF = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("month", "day", "year"),
    [(11, 20, 2026), (11, 21, 2025), (1, 1, 2026), (12, 31, 2025), (2, 29, 2024)],
)
def test_missing_year_is_the_latest_not_after_as_of(month: int, day: int, year: int) -> None:
    assert infer_year(month, day, AS_OF) == date(year, month, day)


def test_leap_day_skips_a_century_without_one() -> None:
    assert infer_year(2, 29, date(1903, 5, 1)) == date(1896, 2, 29)


def test_leap_day_itself_is_not_after_as_of() -> None:
    assert infer_year(2, 29, date(2024, 2, 29)) == date(2024, 2, 29)
    assert infer_year(2, 29, date(2024, 2, 28)) == date(2020, 2, 29)


@pytest.mark.parametrize(("month", "day"), [(2, 30), (4, 31), (13, 1), (0, 1), (5, 0)])
def test_day_of_no_year_is_an_error(month: int, day: int) -> None:
    with pytest.raises(ValueError, match="no year"):
        infer_year(month, day, AS_OF)


@pytest.mark.parametrize(
    ("word", "number"),
    [("Jan", 1), ("may", 5), ("Sept", 9), ("September", 9), ("Dec", 12), ("Foo", 0), ("Janu", 0)],
)
def test_months_by_name(word: str, number: int) -> None:
    assert month_number(word) == number
