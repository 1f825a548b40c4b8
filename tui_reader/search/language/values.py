"""Values of the query's fields: `>2025-06`, `2023..2025`, `7d`, `>80`, `starred`."""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from tui_reader.papers import Status
from tui_reader.search.language.query import DATE_FIELDS, NUMBER_FIELDS, Between, Is

IS_VALUES = ("starred", "doubtful", "proposed", "selected", "untitled", *Status)
HAS_VALUES = ("abstract", "author", "code", "date", "link", "note", "score", "tag", "title")
HAS_IDENTIFIERS = ("arxiv", "doi", "isbn", "openalex", "pmcid", "pmid", "s2")
CHOICES = {"is": IS_VALUES, "has": (*HAS_VALUES, *HAS_IDENTIFIERS), "status": tuple(Status)}

_COMPARISON = re.compile(r"(>=|<=|>|<|=|)(.*)", re.DOTALL)
_DAY = re.compile(r"([0-9]{1,4})(?:-([0-9]{1,2})?(?:-([0-9]{1,2})?)?)?")
_AGE = re.compile(r"([0-9]{1,5})([dwmy])")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_EARLIEST, _LATEST = 1, 9999

Bound = TypeVar("Bound", str, float)
Period = tuple[Bound, Bound]


class NotUnderstoodError(ValueError):
    """A value that means nothing for its field; the message is the hint."""


def field_filter(field: str, value: str, today: date) -> Between | Is | None:
    """The filter `field:value`; None while too little of the value is typed.

    Raises NotUnderstoodError for a value its field cannot have.
    """
    raw = f"{field}:{value}"
    if field in CHOICES:
        return _choice(field, value.casefold(), raw)
    if field in NUMBER_FIELDS:
        return _between(field, value, raw, _number)
    assert field in DATE_FIELDS
    if age := _AGE.fullmatch(value.lstrip("<=>")):
        return _younger(field, value, age, today, raw)
    noun = "year" if field == "year" else "date"
    return _between(field, value, raw, lambda text: _period(text, noun))


def _choice(field: str, value: str, raw: str) -> Is | None:
    if not value:
        return None
    choices = CHOICES[field]
    found = (value,) if value in choices else tuple(x for x in choices if x.startswith(value))
    if found:
        return Is(field, found, raw)
    noun = "status" if field == "status" else f"{field}:"
    raise NotUnderstoodError(f"no {noun} {value}; there are {', '.join(choices)}")


def _between(
    field: str, value: str, raw: str, read: Callable[[str], Period[Bound]]
) -> Between | None:
    first, dots, last = value.partition("..")
    if dots:
        last = last.strip(".")
        if not first and not last:
            return None
        if first and last and read(last)[1] < read(first)[0]:
            first, last = last, first
        return Between(
            field, read(first)[0] if first else None, read(last)[1] if last else None, raw
        )
    match = _COMPARISON.fullmatch(value)
    assert match
    sign, text = match[1], match[2].rstrip(".")
    if not text:
        return None
    return _compared(field, sign, *read(text), raw=raw)


def _compared(field: str, sign: str, low: Bound, high: Bound, raw: str) -> Between:
    if sign == ">":
        return Between(field, _after(high), None, raw)
    if sign == ">=":
        return Between(field, low, None, raw)
    if sign == "<":
        return Between(field, None, _before(low), raw)
    if sign == "<=":
        return Between(field, None, high, raw)
    return Between(field, low, high, raw)


def _after(bound: str | float) -> str | float:
    # "~" sorts after every digit, so this is just past the day and before the next.
    return bound + "~" if isinstance(bound, str) else bound + 1e-9


def _before(bound: str | float) -> str | float:
    if isinstance(bound, float):
        return bound - 1e-9
    day = date.fromisoformat(bound)
    return (day - timedelta(1)).isoformat() if day > date.min else "0000"


def _number(text: str) -> Period[float]:
    try:
        number = float(text.rstrip("%"))
    except ValueError:
        raise NotUnderstoodError(f"not a number: {text}") from None
    if number != number or abs(number) == float("inf"):
        raise NotUnderstoodError(f"not a number: {text}")
    return number, number


def _period(text: str, noun: str) -> Period[str]:
    """First and last day of a year, month or day; `202` is the years 2020 to 2029."""
    match = _DAY.fullmatch(text)
    if not match:
        raise NotUnderstoodError(f"not a {noun}: {text}")
    digits, month, day = match.groups()
    if len(digits) < 4:
        missing = 4 - len(digits)
        if "-" in text:
            raise NotUnderstoodError(f"not a {noun}: {text}")
        first, last = int(digits + "0" * missing), int(digits + "9" * missing)
        return f"{max(first, _EARLIEST):04}-01-01", f"{max(last, _EARLIEST):04}-12-31"
    try:
        return _days(int(digits), int(month or 0), int(day or 0))
    except ValueError:
        raise NotUnderstoodError(f"not a {noun}: {text}") from None


def _days(year: int, month: int, day: int) -> Period[str]:
    if not _EARLIEST <= year <= _LATEST:
        raise ValueError(year)
    if not month:
        return f"{year:04}-01-01", f"{year:04}-12-31"
    if not 1 <= month <= 12:
        raise ValueError(month)
    if not day:
        last = calendar.monthrange(year, month)[1]
        return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{last:02}"
    exact = date(year, month, day).isoformat()
    return exact, exact


def _younger(field: str, value: str, age: re.Match[str], today: date, raw: str) -> Between:
    """`7d` and `<7d`: in the last seven days; `>7d`: before them."""
    days = int(age[1]) * _DAYS[age[2]]
    first = date.fromordinal(max(1, today.toordinal() - days))
    if value.startswith(">"):
        return Between(field, None, _before(first.isoformat()), raw)
    return Between(field, first.isoformat(), None, raw)
