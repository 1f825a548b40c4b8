"""Lines of their own that tell a paper's identifier, as some pages put them below a card."""

import re

ARXIV = re.compile(
    r"(?:arxiv\s?:\s?|https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf)/)"
    r"(\d{4}\.\d{4,5}|[a-z-]{2,10}(?:\.[a-z]{2})?/\d{7})(?:v\d{1,3})?(?:\.pdf)?(?:\s?\[[\w.-]+\])?",
    re.IGNORECASE,
)
DOI = re.compile(
    r"(?:doi\s?:\s?|https?://(?:dx\.)?doi\.org/)(10\.\d{4,9}/[^\s\"<>]{1,200})", re.IGNORECASE
)


def identifier(line: str) -> tuple[str, str] | None:
    """Kind and value, without the version, if the whole line is an identifier."""
    if match := ARXIV.fullmatch(line):
        return "arxiv", match[1].lower()
    if match := DOI.fullmatch(line):
        return "doi", match[1].rstrip(".,;").lower()
    return None
