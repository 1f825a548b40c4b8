"""Records and papers as the JSON objects scripts depend on; names and order are a contract."""

from datetime import UTC, datetime
from typing import Any

from tui_reader.papers.paper import Paper
from tui_reader.papers.record import Record
from tui_reader.papers.state import ReadingState


def iso_time(milliseconds: int | None) -> str | None:
    """`2026-11-20T19:44:16.250Z` of UTC milliseconds; 0 and None are no time."""
    if not milliseconds:
        return None
    moment = datetime.fromtimestamp(milliseconds / 1000, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def record_fields(record: Record) -> dict[str, Any]:
    """An absent title, abstract, category, date or score is None, other absent values are empty."""
    place = {"document": record.document, "line": record.line, "key": record.key}
    return place | _facts(record)


def paper_fields(paper: Paper, state: ReadingState) -> dict[str, Any]:
    """The facts of `record_fields` without a place, then what merging and the reader added."""
    return _facts(paper) | {
        "id": paper.id,
        "aliases": list(paper.aliases),
        "documents": list(paper.documents),
        "abstracts": list(paper.abstracts),
        "proposed": list(paper.proposed),
        "status": state.status.value,
        "progress": state.progress,
        "tags": list(state.tags),
        "note": state.note,
        "starred": state.starred,
        "added_at": iso_time(paper.added_at),
        "queued_at": iso_time(state.queued_at),
        "started_at": iso_time(state.started_at),
        "finished_at": iso_time(state.finished_at),
    }


def _facts(source: Record | Paper) -> dict[str, Any]:
    return {
        "title": source.title or None,
        "authors": list(source.authors),
        "et_al": source.et_al,
        "affiliations": list(source.affiliations),
        "abstract": source.abstract or None,
        "category": source.category or None,
        "date": source.date or None,
        "date_inferred": source.date_inferred,
        "score": source.score,
        "has_code": source.has_code,
        "identifiers": dict(source.identifiers),
        "urls": list(source.urls),
        "confidence": source.confidence,
        "needs_review": source.needs_review,
    }
