"""Page furniture: lines a web page puts between papers, which belong to none of them."""

import re
from collections import Counter
from collections.abc import Iterable

LONGEST_FURNITURE = 60
OFTEN = 3
FURNITURE = re.compile(
    r"""via\ [\w.]+
    | access\ paper.* | ask\ questions
    | sort(?:ed)?\ by\b.* | filter(?:ed)?\ by\b.*
    | (?:load|show|view|see|read)\ (?:more|less|all|next|previous)
    | (?:show|hide)\ (?:abstract|details)
    | \d[\d,]*\ (?:comments?|papers?|results?|likes?|views?|votes?|replies|citations?|upvotes?)
    | (?:page\ )?\d+\ (?:of|/)\ \d+ | page\ \d+ | (?:previous|next)(?:\ page)?
    | share | cite | pdf | html | code | save | bookmark | follow | back\ to\ top | advertisement
    | sign\ (?:in|up) | log\ ?in | menu | home
    | h-index\s*\d+ | (?:novelty|ai\ score)\s*\d+%? | \d+(?:papers|citations)
    | \W+""",
    re.VERBOSE | re.IGNORECASE,
)


def is_furniture(line: str) -> bool:
    """Whether a (stripped, non-empty) line is known to be no part of any paper."""
    return len(line) <= LONGEST_FURNITURE and FURNITURE.fullmatch(line) is not None


def furniture_problem(lines: Iterable[str]) -> str:
    """One sentence that counts the lines left out, most frequent first; empty for none."""
    counts = Counter(lines)
    if not counts:
        return ""
    shown = ", ".join(f"{line!r} {count}x" for line, count in counts.most_common(5))
    rest = len(counts) - 5
    more = f" and {rest} other kinds" if rest > 0 else ""
    total = counts.total()
    lines_word = "line" if total == 1 else "lines"
    return f"{total} {lines_word} of page furniture left out: {shown}{more}"
