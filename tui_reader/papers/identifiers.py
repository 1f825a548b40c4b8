"""Identifiers made comparable, and whether two sets of them contradict each other."""

import re
from collections.abc import Iterable, Mapping

from tui_reader.papers.keys import OF_A_CONTAINER

# Registrants of preprints: beside such a DOI the published version has one of its own.
PREPRINT_DOI = re.compile(
    r"10\.(?:48550|2139|21203|26434|31234|31219|36227|20944|22541|5281|6084|32388|14293)/"
    r"|10\.1101/\d"
)

_ADDRESS = re.compile(
    r"^(?:https?://)?(?:(?:dx\.)?doi\.org/|arxiv\.org/(?:abs|pdf)/)", re.IGNORECASE
)
_SCHEME = re.compile(r"^(?:doi|arxiv|pmid):\s*", re.IGNORECASE)
_VERSION = re.compile(r"(?:\.pdf)?(?:v\d+)?(?:\.pdf)?$")
_ARXIV_DOI = "10.48550/arxiv."

Identifier = tuple[str, str]


def comparable(identifiers: Mapping[str, str]) -> list[Identifier]:
    """Kind and value; the DOI of an arXiv paper counts as its arXiv id, versions are dropped."""
    return [found for item in identifiers.items() if (found := _comparable(*item))[1]]


def _comparable(kind: str, value: str) -> Identifier:
    kind, value = kind.casefold(), value.strip().casefold()
    if kind in ("doi", "arxiv", "pmid"):
        value = _SCHEME.sub("", _ADDRESS.sub("", value))
    if kind == "doi" and value.startswith(_ARXIV_DOI):
        kind, value = "arxiv", value.removeprefix(_ARXIV_DOI)
    if kind == "arxiv":
        value = _VERSION.sub("", value)
    return kind, value


def contradict(some: Iterable[Identifier], others: Iterable[Identifier]) -> bool:
    """Whether both have an identifier of one kind, and none of it in common.

    A preprint and its published version may well have two DOIs.
    """
    mine, theirs = _by_kind(some), _by_kind(others)
    return any(not mine[kind] & theirs[kind] for kind in mine.keys() & theirs.keys())


def _by_kind(identifiers: Iterable[Identifier]) -> dict[str, set[str]]:
    kinds: dict[str, set[str]] = {}
    for kind, value in identifiers:
        if kind not in OF_A_CONTAINER and not (kind == "doi" and PREPRINT_DOI.match(value)):
            kinds.setdefault(kind, set()).add(value)
    return kinds
