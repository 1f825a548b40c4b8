"""Days as documents show them: sometimes without a year, sometimes impossible."""

from datetime import date

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
NUMBERS = {
    written: number
    for number, month in enumerate(MONTHS, 1)
    for written in (month, month[:3], month[:4])
    if written == month or len(written) == 3 or written == "sept"
}
LONGEST_LEAP_GAP = 8


def month_number(word: str) -> int:
    """1-12 for an English month, short or in full; 0 for any other word."""
    return NUMBERS.get(word.lower(), 0)


def infer_year(month: int, day: int, as_of: date) -> date:
    """The latest such day not after `as_of`; for 29 February that may be some years back.

    Raises ValueError where no year has such a day.
    """
    for year in range(as_of.year, max(as_of.year - LONGEST_LEAP_GAP - 1, 0), -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= as_of:
            return found
    raise ValueError(f"no year up to {as_of.year} has such a day")
