"""Identifiers made comparable, and whether two sets of them contradict each other."""

import re
from collections.abc import Iterable, Iterator, Mapping

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
Kinds = dict[str, set[str]]


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


def contradict(some: Kinds, others: Kinds) -> bool:
    """Whether both have an identifier of one kind, and none of it in common."""
    return any(some[kind].isdisjoint(others[kind]) for kind in some.keys() & others.keys())


def of_the_work(identifiers: Iterable[Identifier]) -> Iterator[Identifier]:
    """Those that no other work has: a preprint and its published version may well have two DOIs."""
    for kind, value in identifiers:
        if kind not in OF_A_CONTAINER and not (kind == "doi" and PREPRINT_DOI.match(value)):
            yield kind, value
