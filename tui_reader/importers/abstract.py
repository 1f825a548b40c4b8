"""What an abstract itself tells: its label and the addresses in it."""

import re

LABEL = re.compile(r"Abstract\s?:\s*", re.IGNORECASE)
LABELLED = re.compile(r"^[ \t\ufeff]{0,20}Abstract ?:", re.IGNORECASE | re.MULTILINE)
ADDRESS = re.compile(
    r"""(?:https?://|www\.)[^\s<>"{}|\\^`]{1,2000}
    | (?<![\w@./-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|io|edu|gov|ai|dev|app|co|me)
      /[^\s<>"{}|\\^`]{1,2000}""",
    re.VERBOSE | re.IGNORECASE,
)
MARKS_AFTER = ".,;:!?'\u2019\u201d*"


def without_label(line: str) -> str | None:
    """The paragraph after its `Abstract:`, None where the line does not start so."""
    if line[:8].lower() != "abstract":
        return None
    match = LABEL.match(line)
    return line[match.end() :] if match else None


def addresses(text: str) -> tuple[str, ...]:
    """Web addresses in the text, each once, with a scheme, without the sentence's own marks."""
    if "/" not in text and "www." not in text:
        return ()
    found = (_trim(match[0]) for match in ADDRESS.finditer(text))
    return tuple(dict.fromkeys(a if "://" in a else "https://" + a for a in found))


def _trim(address: str) -> str:
    while True:
        shorter = address.rstrip(MARKS_AFTER)
        if shorter.endswith(")") and shorter.count("(") < shorter.count(")"):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter
