"""Importer of JSON and JSONL with our own field names: what `list --json` and `parse` print."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from sys import intern
from typing import Any

from tui_reader.importers.abstract import addresses
from tui_reader.importers.document import Document, Progress, UnreadableDocument
from tui_reader.importers.json_fields import Fields
from tui_reader.importers.json_foreign import foreign_format
from tui_reader.importers.json_items import Item, items, of_lines
from tui_reader.importers.json_lines import lines_of
from tui_reader.importers.json_states import state_of
from tui_reader.papers import UNTOUCHED, Problem, Reading, ReadingState, Record
from tui_reader.papers.record import keyed

STARTS_JSON = re.compile(
    r'\s*(?:\{\s*["}]|\[\s*(?:[{"\[]|\]\s*$|-?\d+(?:\.\d+)?\s*,|null|true|false))'
)
PROGRESS_EVERY = 500
FACTS = frozenset((
    "title", "authors", "et_al", "affiliations", "abstract", "abstracts", "category", "date",
    "date_inferred", "score", "has_code", "identifiers", "urls", "confidence",
    "needs_review",
))  # fmt: skip
NOTHING_TOLD = (None, "", 0, False, "unread")
NO_IDENTIFIERS: dict[str, str] = {}


class JsonImporter:
    """Facts become records; what belongs to one library is offered apart, or counted."""

    formats = ("json", "jsonl")

    def claims(self, text: str) -> bool:
        return STARTS_JSON.match(text) is not None

    def read(self, text: str, document: Document, progress: Progress) -> Reading:
        found, are_lines = items(text)
        return _read(found, "jsonl" if are_lines else "json", document, len(text), progress)

    def read_lines(self, document: Document, progress: Progress) -> Reading:
        """Of a document that is `json_lines.are_lines`, of which no text need be made."""
        found = of_lines(lines_of(document.data))
        return _read(found, "jsonl", document, len(document.data), progress)


def _read(
    found: Iterable[Item], format: str, document: Document, size: int, progress: Progress
) -> Reading:
    file = _File(document)
    for count, item in enumerate(found):
        if not count % PROGRESS_EVERY:
            progress(item.done, size)
        file.take(item)
    return file.reading(format)


class _File:
    """One document while it is read."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.records: list[Record] = []
        self.problems: list[Problem] = []
        self.states: dict[str, ReadingState] = {}
        self.ignored: Counter[str] = Counter()
        self.foreign: Counter[str] = Counter()
        self.are_ours = False
        self.unread = 0

    def refuse(self, line: int, reason: str) -> None:
        self.unread += 1
        self.note(line, reason)

    def note(self, line: int, reason: str) -> None:
        self.problems.append(Problem(self.document.name, line, reason))

    def take(self, item: Item) -> None:
        if item.error:
            self.refuse(item.line, item.error)
        elif not isinstance(item.value, dict):
            self.refuse(item.line, f"{_kind(item.value)}, not a paper")
        elif name := foreign_format(item.value):
            self.foreign[name] += 1
            self.refuse(item.line, f"{name}, which this version cannot read yet")
        else:
            self._take_paper(item.value, item.line)

    def _take_paper(self, value: dict[str, Any], line: int) -> None:
        fields = Fields(value)
        abstracts = fields.texts("abstracts")
        record, state = self._record(fields, line, abstracts), state_of(fields)
        for reason in fields.problems:
            self.note(line, reason)
        if not (record.title or record.abstract):
            self.refuse(line, "neither title nor abstract: not a paper")
            return
        self.records.append(record)
        others = dict.fromkeys(text for text in abstracts if text != record.abstract)
        self.records.extend(record._replace(abstract=text) for text in others)
        self.are_ours = self.are_ours or "authors" in value or "abstract" in value
        if state != UNTOUCHED:
            self.states[record.key] = state
        if len(value) > len(FACTS) or not value.keys() <= FACTS:
            rest = (name for name in value if name not in FACTS)
            self.ignored.update(name for name in rest if _tells(name, value))

    def _record(self, fields: Fields, line: int, abstracts: Sequence[str]) -> Record:
        abstract = fields.text("abstract") or next(iter(abstracts), "")
        record = Record(
            document=self.document.name,
            document_id=self.document.id,
            line=line,
            title=fields.text("title"),
            authors=fields.texts("authors"),
            et_al=fields.flag("et_al"),
            affiliations=fields.texts("affiliations"),
            abstract=abstract,
            # There are many records, and few different ones of these.
            category=intern(fields.text("category")),
            date=intern(fields.day("date")),
            date_inferred=fields.flag("date_inferred"),
            score=fields.number("score"),
            has_code=fields.flag("has_code"),
            identifiers=fields.mapping("identifiers") or NO_IDENTIFIERS,
            urls=fields.texts("urls") or addresses(abstract),
            confidence=fields.share("confidence", 1.0),
            needs_review=fields.flag("needs_review"),
        )
        return keyed(record)

    def reading(self, format: str) -> Reading:
        name = self.document.name
        if not self.records or (self.foreign and not self.are_ours):
            raise UnreadableDocument(name, self._refusal())
        return Reading(
            document=name,
            format=format,
            records=tuple(self.records),
            problems=tuple(self.problems),
            states=self.states,
            ignored=dict(self.ignored),
            unread=self.unread,
        )

    def _refusal(self) -> str:
        if self.foreign:
            name = self.foreign.most_common(1)[0][0]
            return f"looks like {name}, which this version cannot read yet"
        if not self.problems:
            return "JSON without any paper in it"
        first = self.problems[0]
        return f"JSON without any paper in it (line {first.line}: {first.reason})"


def _kind(value: object) -> str:
    names = {list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _tells(name: str, value: dict[str, Any]) -> bool:
    """Whether leaving the field out loses anything."""
    told = value[name]
    return bool(told) if isinstance(told, (list, dict)) else told not in NOTHING_TOLD
