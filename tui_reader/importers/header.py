"""The glued line over every card: `[score]CATEGORY[month day[, year]][Code]`."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tui_reader.papers.dates import infer_year, month_number

LONGEST_HEADER = 60
# `LG`, `cs.LG`, `hep-th`, `cond-mat.mes-hall`, `physics.optics`; in small letters only arXiv's own.
CATEGORY = (
    r"(?:[a-z]{1,8}(?:-[a-z]{2,5})?\.(?:[A-Z]{2,3}|[a-z]{3,6}(?:-[a-z]{2,5})?)|[A-Z]{2,3}"
    r"|[a-z]{1,8}-[a-z]{2,5}|cs|math|stat|eess|econ|nlin|physics|optics|soft|other)"
)
HEADER = re.compile(
    rf"""(?P<score>\d{{1,3}}(?:\.\d{{1,3}})?)?\ ?
    (?P<category>{CATEGORY}|)\ ?
    (?P<month>[A-Z][a-z]{{2,8}})\.?\ (?P<day>\d{{1,2}})
    (?:,\ ?(?P<year>\d{{4}}))?\ ?(?P<code>Code)?""",
    re.VERBOSE,
)
DATELESS = re.compile(
    rf"(?:(?P<score>\d{{1,3}}\.\d{{1,3}})(?P<category>{CATEGORY})|(?P<category2>[A-Z]{{2}}))(?P<code>Code)?"
)
# What starts with no score ends with a number, a category in capitals or `Code`.
ENDS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZe0123456789")
STARTS_CARD = re.compile(
    rf"^[\ \t\ufeff]{{0,20}}(?:{HEADER.pattern})[\ \t\u00a0]{{0,20}}$", re.VERBOSE | re.MULTILINE
)


class Header(NamedTuple):
    """`problem` says what of the line could not be read, empty where all could."""

    category: str = ""
    date: str = ""
    date_inferred: bool = False
    score: float | None = None
    has_code: bool = False
    problem: str = ""


def read_header(line: str, as_of: date) -> Header | None:
    """The header a (stripped) line is, or None for any other line."""
    if len(line) > LONGEST_HEADER or not (line[:1].isdigit() or ENDS.issuperset(line[-1:])):
        return None
    match = HEADER.fullmatch(line)
    if match is None:
        return _dateless(line)
    score, category, month, day, year, code = match.groups()
    if not (score or category) or not (month_number(month) or year):
        return None
    day_iso, problem = _day(month, int(day), year, as_of)
    return Header(
        category=category,
        date=day_iso,
        date_inferred=bool(day_iso) and year is None,
        score=float(score) if score else None,
        has_code=code is not None,
        problem=problem,
    )


def _dateless(line: str) -> Header | None:
    """A header that shows no day must show a score or the code mark besides its category."""
    match = DATELESS.fullmatch(line)
    if match is None or not (match["score"] or match["code"]):
        return None
    return Header(
        category=match["category"] or match["category2"],
        score=float(match["score"]) if match["score"] else None,
        has_code=match["code"] is not None,
    )


@lru_cache(maxsize=4096)
def _day(month: str, day: int, year: str | None, as_of: date) -> tuple[str, str]:
    number = month_number(month)
    try:
        found = date(int(year), number, day) if year else infer_year(number, day, as_of)
    except ValueError:
        shown = f"{month} {day}" + (f", {year}" if year else "")
        return "", f"no such day: {shown}"
    return found.isoformat(), ""


NO_HEADER = Header()
