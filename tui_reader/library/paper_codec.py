"""Papers to bytes and back: one JSON array a paper, its fields in their order."""

import json
from typing import Any

from tui_reader.papers import Paper, Source

_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_load = json.JSONDecoder().raw_decode
_SOURCES = Paper._fields.index("sources")
_TUPLES = tuple(
    Paper._fields.index(name)
    for name in ("aliases", "authors", "affiliations", "abstracts", "urls", "proposed")
)


def encode(paper: Paper) -> bytes:
    row = paper._replace(identifiers=dict(paper.identifiers), shown=dict(paper.shown))
    return _dump(row).encode("utf-8", "surrogatepass")


def decode(data: bytes) -> Paper:
    """Raises ValueError, TypeError or IndexError on anything `encode` did not write."""
    row: list[Any]
    row, _ = _load(data.decode("utf-8", "surrogatepass"))
    row[_SOURCES] = tuple([Source._make(source) for source in row[_SOURCES]])
    for place in _TUPLES:
        row[place] = tuple(row[place])
    return Paper._make(row)
