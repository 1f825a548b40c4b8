"""Papers to bytes and back: one JSON array a paper, fields in a fixed order."""

import json
from typing import Any

from tui_reader.papers import Paper, Source

_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def encode(paper: Paper) -> bytes:
    sources = [(s.document, s.line, s.key, s.document_id) for s in paper.sources]
    row = (
        paper.id,
        paper.aliases,
        sources,
        paper.title,
        paper.authors,
        paper.et_al,
        paper.affiliations,
        paper.abstracts,
        paper.category,
        paper.date,
        paper.date_inferred,
        paper.score,
        paper.has_code,
        dict(paper.identifiers),
        paper.urls,
        paper.confidence,
        paper.needs_review,
        paper.proposed,
        paper.added_at,
        dict(paper.shown),
    )
    return _dump(row).encode("utf-8", "surrogatepass")


def decode(data: bytes) -> Paper:
    """Raises ValueError, TypeError or IndexError on anything `encode` did not write."""
    row: list[Any] = json.loads(data.decode("utf-8", "surrogatepass"))
    return Paper(
        id=row[0],
        aliases=tuple(row[1]),
        sources=tuple(
            Source(document=name, line=line, key=key, document_id=document_id)
            for name, line, key, document_id in row[2]
        ),
        title=row[3],
        authors=tuple(row[4]),
        et_al=row[5],
        affiliations=tuple(row[6]),
        abstracts=tuple(row[7]),
        category=row[8],
        date=row[9],
        date_inferred=row[10],
        score=row[11],
        has_code=row[12],
        identifiers=row[13],
        urls=tuple(row[14]),
        confidence=row[15],
        needs_review=row[16],
        proposed=tuple(row[17]),
        added_at=row[18],
        shown=row[19],
    )
