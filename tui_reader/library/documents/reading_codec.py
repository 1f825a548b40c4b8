"""What a document told, to JSON lines and back: a head, one record a line, a checksum.

Its reader's own states are not kept: they matter only at the moment of import.
"""

import json
import zlib
from collections.abc import Iterable, Iterator
from operator import attrgetter
from sys import intern

from tui_reader.papers import Problem, Profile, Reading, Record

_NAMES = [name for name in Record._fields if name not in ("document", "document_id")]
_values = attrgetter(*_NAMES)
_TUPLES = {"authors", "affiliations", "urls", "lesser_keys"}
# There are many records, and few different ones of these.
_FEW = ("category", "date")
_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def encode(reading: Reading, document_id: str, made_of: str) -> Iterator[bytes]:
    """Its lines; `made_of` tells what the reading depends on."""
    head = {
        "made_of": made_of,
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
    line = _line(head)
    checksum = zlib.crc32(line)
    yield line
    for record in reading.records:
        line = _line(_values(record))
        checksum = zlib.crc32(line, checksum)
        yield line
    yield _line(checksum)


def _line(value: object) -> bytes:
    return _dump(value).encode("utf-8", "surrogatepass") + b"\n"


def decode(lines: Iterable[bytes], made_of: str) -> Reading:
    """Raises ValueError, KeyError or TypeError on anything `encode` did not write of this."""
    rows, checksum = iter(lines), 0
    first = last = next(rows, b"")
    head = json.loads(first)
    if head["fields"] != _NAMES or head["made_of"] != made_of:
        raise ValueError("another reading, or of another version")
    records = []
    for line in rows:
        checksum = zlib.crc32(last, checksum)
        if last is not first:
            records.append(_record(last, head["document"], head["id"]))
        last = line
    if last != _line(checksum) or head["records"] != len(records):
        raise ValueError("damaged or cut short")
    name = head["document"]
    return Reading(
        document=name,
        format=head["format"],
        records=tuple(records),
        problems=tuple(Problem(name, line, reason) for line, reason in head["problems"]),
        profiles=tuple(Profile(**profile) for profile in head["profiles"]),
        ignored=head["ignored"],
        unread=head["unread"],
    )


def _record(line: bytes, document: str, document_id: str) -> Record:
    values = dict(zip(_NAMES, json.loads(line.decode("utf-8", "surrogatepass")), strict=True))
    for name in _TUPLES:
        values[name] = tuple(values[name])
    for name in _FEW:
        values[name] = intern(values[name])
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
