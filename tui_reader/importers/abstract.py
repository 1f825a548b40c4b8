"""What an abstract itself tells: its label and the addresses in it."""

import re

LABEL = re.compile(r"A(?:bstract|BSTRACT)\s?[:\u2014\u2013]\s*")
LABELLED = re.compile(r"^[ \t\ufeff]{0,20}A(?:bstract|BSTRACT) ?[:\u2014\u2013]", re.MULTILINE)
HOSTS = ("com", "org", "net", "io", "edu", "gov", "ai", "dev", "app", "co", "me")
ADDRESS = re.compile(
    rf"""(?:https?://|www\.|(?<![\w@./-])(?:[a-z0-9-]{{1,63}}\.){{1,4}}(?:{"|".join(HOSTS)})/)
    [^\s<>"{{}}|\\^`]{{1,2000}}""",
    re.VERBOSE | re.IGNORECASE,
)
MARKS_AFTER = ".,;:!?'\u2019\u201d*"


def may_be_labelled(line: str) -> bool:
    return line.startswith(("Abstract", "ABSTRACT"))


def without_label(line: str) -> str | None:
    """The paragraph after its `Abstract:`, None where the line does not start so."""
    if not may_be_labelled(line):
        return None
    match = LABEL.match(line)
    return line[match.end() :] if match else None


def addresses(text: str) -> tuple[str, ...]:
    """Web addresses in the text, each once, with a scheme, without the sentence's own marks."""
    if "/" not in text and "www." not in text:
        return ()
    words = (word for word in text.split() if "/" in word or "www." in word)
    found = (_trim(match[0]) for word in words for match in ADDRESS.finditer(word))
    return tuple(dict.fromkeys(a if "://" in a else "https://" + a for a in found))


def _trim(address: str) -> str:
    while True:
        shorter = address.rstrip(MARKS_AFTER)
        if shorter.endswith(")") and shorter.count("(") < shorter.count(")"):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter
