"""How much of a paper is read, as people write it."""

import re

_PERCENT = r"(\d{1,6})\s*%?"
_PAGES = r"(\d{1,6})\s*/\s*(\d{1,6})"


class NoProgress(ValueError):
    """What was written cannot be understood; its text says why."""


def percent_of(text: str) -> int:
    """`40`, `40%`, or pages as `12/38`, where only the last page is 100. Raises NoProgress."""
    text = text.strip()
    if match := re.fullmatch(_PERCENT, text, re.ASCII):
        percent = int(match[1])
        if percent > 100:
            raise NoProgress(f"progress is 0 to 100 per cent, not {text}")
        return percent
    if match := re.fullmatch(_PAGES, text, re.ASCII):
        page, pages = int(match[1]), int(match[2])
        if page > pages or not pages:
            raise NoProgress(f"there is no page {page} of {pages}")
        return page * 100 // pages
    raise NoProgress(f"not a progress: {text or 'nothing'}; try 40 or 12/38")
