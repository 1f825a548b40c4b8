"""Dates in words."""

from datetime import date, datetime

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONGEST = 10


def date_words(iso: str) -> str:
    """`31 Oct 2024`, `Oct 2024` or `2024` from an ISO date of any precision."""
    year, month, day = (*iso[:_LONGEST].split("-"), "", "")[:3]
    if not (month.isdigit() and 1 <= int(month) <= len(_MONTHS)):
        return year
    name = _MONTHS[int(month) - 1]
    return f"{int(day)} {name} {year}" if day.isdigit() else f"{name} {year}"


def day_words(milliseconds: int, today: date) -> str:
    """`14 Nov`, with the year when it is not this one, by the clock on the wall."""
    moment = datetime.fromtimestamp(milliseconds / 1000).date()
    words = f"{moment.day} {_MONTHS[moment.month - 1]}"
    return words if moment.year == today.year else f"{words} {moment.year}"


def iso_day(milliseconds: int) -> str:
    """`2026-11-14`, by the clock on the wall; empty for 0."""
    return datetime.fromtimestamp(milliseconds / 1000).date().isoformat() if milliseconds else ""
