"""What an import did, in words."""

from collections.abc import Iterator, Mapping
from typing import Any

from tui_reader.cli.output import Output
from tui_reader.library.documents.report import DocumentReport, Report

_SHOWN = 20
_LONGEST_FIELD = 40
_COUNTS = ("new", "updated", "merged", "proposed", "doubtful", "states")
_WORDS = {
    "new": "new",
    "updated": "updated",
    "merged": "merged into papers known",
    "proposed": "proposed as the same work (`tui-reader duplicates`)",
    "doubtful": "doubtful (`?` in the list)",
    "states": "with status, tags and notes as the document tells them",
}


def report_lines(report: Report) -> Iterator[str]:
    for document in report.documents:
        if document.outcome != "skipped":
            yield _document_line(document)
    counts = [
        f"{getattr(report, name)} {_WORDS[name]}" for name in _COUNTS if getattr(report, name)
    ]
    counts += [f"{report.unchanged} unchanged"] if report.unchanged else []
    counts += [f"{len(report.skipped)} skipped"] if report.skipped else []
    yield ", ".join(counts) or "nothing new"


def say_trouble(report: Report, out: Output) -> None:
    """Every document that was skipped and why, then what was guessed or could not be read."""
    for document in report.skipped:
        out.say(f"skipped {document.name}: {document.reason}")
    for problem in report.problems[:_SHOWN]:
        out.say(str(problem))
    for document in report.documents:
        if document.ignored:
            out.say(ignored_line(document.name, document.ignored))
    if len(report.problems) > _SHOWN:
        more = len(report.problems) - _SHOWN
        out.say(f"and {more} more such places: `tui-reader documents --json` has all")


def report_fields(report: Report) -> dict[str, Any]:
    counts = {name: getattr(report, name) for name in (*_COUNTS, "unchanged")}
    return counts | {
        "skipped": len(report.skipped),
        "papers": list(report.papers),
        "documents": [_document_fields(document) for document in report.documents],
    }


def _document_fields(document: DocumentReport) -> dict[str, Any]:
    return document._asdict() | {
        "problems": [problem._asdict() for problem in document.problems],
        "profiles": [profile._asdict() for profile in document.profiles],
    }


def _document_line(document: DocumentReport) -> str:
    if document.outcome == "unchanged":
        return f"{document.name}: unchanged"
    names = "".join(f", {profile.name}" for profile in document.profiles)
    return f"{document.name}: {document.outcome}, {records_told(document.records)}{names}"


def records_told(count: int) -> str:
    return "1 record" if count == 1 else f"{count} records"


def ignored_line(name: str, ignored: Mapping[str, int]) -> str:
    """Which fields of a document nothing was made of, and how often."""
    shown = sorted(ignored.items())[:_SHOWN]
    told = ", ".join(f"{_shortened(field)} {count}x" for field, count in shown)
    rest = len(ignored) - len(shown)
    more = f" and {rest} other fields" if rest else ""
    return f"{name}: fields that are no facts of a paper, left out: {told}{more}"


def _shortened(field: str) -> str:
    return field if len(field) <= _LONGEST_FIELD else field[: _LONGEST_FIELD - 1] + "…"
