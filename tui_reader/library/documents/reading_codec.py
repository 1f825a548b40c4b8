"""What a document told, to JSON lines and back: a head, then one record a line.

Its reader's own states are not kept: they matter only at the moment of import.
"""

import json
from operator import attrgetter

from tui_reader.papers import Problem, Profile, Reading, Record

_NAMES = [name for name in Record._fields if name not in ("document", "document_id")]
_values = attrgetter(*_NAMES)
_TUPLES = {"authors", "affiliations", "urls", "lesser_keys"}
_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def encode(reading: Reading, document_id: str) -> bytes:
    head = {
        "document": reading.document,
        "id": document_id,
        "format": reading.format,
        "problems": [(problem.line, problem.reason) for problem in reading.problems],
        "profiles": [profile._asdict() for profile in reading.profiles],
        "fields": _NAMES,
        "records": len(reading.records),
        "ignored": dict(reading.ignored),
        "unread": reading.unread,
    }
    lines = [_dump(head), *(_dump(_values(record)) for record in reading.records), ""]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def decode(data: bytes) -> Reading:
    """Raises ValueError, KeyError or TypeError on anything `encode` did not write."""
    first, *rows = data.decode("utf-8", "surrogatepass").split("\n")[:-1]
    head = json.loads(first)
    if head["fields"] != _NAMES or head["records"] != len(rows):
        raise ValueError("written by another version, or cut short")
    name = head["document"]
    return Reading(
        document=name,
        format=head["format"],
        records=tuple(_record(row, name, head["id"]) for row in rows),
        problems=tuple(Problem(name, line, reason) for line, reason in head["problems"]),
        profiles=tuple(Profile(**profile) for profile in head["profiles"]),
        ignored=head["ignored"],
        unread=head["unread"],
    )


def _record(row: str, document: str, document_id: str) -> Record:
    values = dict(zip(_NAMES, json.loads(row), strict=True))
    for name in _TUPLES:
        values[name] = tuple(values[name])
    return Record(document=document, document_id=document_id, **values)


def renamed(reading: Reading, document: str) -> Reading:
    """The same reading under the name its document has now."""
    if reading.document == document:
        return reading
    return reading._replace(
        document=document,
        records=tuple(record._replace(document=document) for record in reading.records),
        problems=tuple(problem._replace(document=document) for problem in reading.problems),
    )
