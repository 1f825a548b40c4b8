"""The head of an author page: a name, a category, then numbers glued to their words."""

import re
from collections.abc import Sequence

from tui_reader.importers.header import CATEGORY
from tui_reader.papers import Profile

LONGEST_STATISTIC = 30
LONGEST_NAME = 80
NUMBER = r"(\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d{1,2})?[kKM]|\d{1,9})"
STATISTICS = {
    "h_index": re.compile(rf"h-index\s*:?\s*{NUMBER}", re.IGNORECASE),
    "papers": re.compile(rf"{NUMBER}\s?papers?"),
    "citations": re.compile(rf"{NUMBER}\s?citations?"),
    "novelty": re.compile(rf"Novelty\s*:?\s*{NUMBER}\s?%?"),
    "ai_score": re.compile(rf"AI Score\s*:?\s*{NUMBER}\s?%?"),
}
HEADING = re.compile(rf"{NUMBER} Papers?")
STARTS_PROFILE = re.compile(r"^[ \t]{0,20}h-index\s?:?\s?\d", re.MULTILINE)
ONE_CATEGORY = re.compile(CATEGORY)


def statistic(line: str) -> tuple[str, int] | None:
    """Field and number a line tells, None for any other line."""
    if len(line) > LONGEST_STATISTIC:
        return None
    for name, pattern in STATISTICS.items():
        if match := pattern.fullmatch(line):
            return name, _number(match[1])
    return None


def _number(shown: str) -> int:
    """`1,234`, `1.2k` and `3M` too."""
    factor = {"k": 1000, "m": 1_000_000}.get(shown[-1].lower(), 1)
    return round(float(shown.rstrip("kKM").replace(",", "")) * factor)


def is_category(line: str) -> bool:
    return ONE_CATEGORY.fullmatch(line) is not None


def is_heading(line: str) -> bool:
    """The `36 Papers` over an author's papers."""
    return HEADING.fullmatch(line) is not None


def read_profile(lines: Sequence[str]) -> tuple[Profile, list[str]]:
    """The profile a block tells (its name first), and the lines it does not need."""
    found: dict[str, int] = {}
    category, others = "", []
    for line in lines[1:]:
        if pair := statistic(line):
            found.setdefault(*pair)
        elif not category and is_category(line):
            category = line
        else:
            others.append(line)
    profile = Profile(
        name=lines[0],
        category=category,
        h_index=found.get("h_index"),
        papers=found.get("papers"),
        citations=found.get("citations"),
        novelty=found.get("novelty"),
        ai_score=found.get("ai_score"),
    )
    return profile, others
