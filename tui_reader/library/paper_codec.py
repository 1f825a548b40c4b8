"""Papers to bytes and back: a JSON array of the fields in their order, then the abstracts.

These are most of a paper and stand as they are; the array says how many characters each has.
"""

import json
from typing import Any

from tui_reader.papers import Paper, Source

_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_load = json.JSONDecoder().raw_decode
_ABSTRACTS, _IDENTIFIERS, _SHOWN, _SOURCES = map(
    Paper._fields.index, ("abstracts", "identifiers", "shown", "sources")
)
_TUPLES = tuple(
    Paper._fields.index(name) for name in ("aliases", "authors", "affiliations", "urls", "proposed")
)


def encode(paper: Paper) -> bytes:
    row: list[Any] = list(paper)
    row[_IDENTIFIERS], row[_SHOWN] = dict(paper.identifiers), dict(paper.shown)
    row[_ABSTRACTS] = [len(abstract) for abstract in paper.abstracts]
    return "".join((_dump(row), *paper.abstracts)).encode("utf-8", "surrogatepass")


def decode(data: bytes) -> Paper:
    """Raises ValueError, TypeError or IndexError on anything `encode` did not write."""
    text = data.decode("utf-8", "surrogatepass")
    row: list[Any]
    row, start = _load(text)
    abstracts = []
    for length in row[_ABSTRACTS]:
        abstracts.append(text[start : start + length])
        start += length
    row[_ABSTRACTS] = tuple(abstracts)
    row[_SOURCES] = tuple([Source._make(source) for source in row[_SOURCES]])
    for place in _TUPLES:
        row[place] = tuple(row[place])
    return Paper._make(row)
