"""What many documents together tell about names, and the second look at doubtful splits."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tui_reader.importers.problems import named
from tui_reader.importers.split import Context, Names, Split, context_of, split, words_of
from tui_reader.papers import Problem, Reading, Record

DOUBT = "title and authors cut by a small margin"
SPLIT_FORMATS = frozenset(("cards", "author-page", "abstracts"))
Told = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Names and title words read without doubt, and by key what was told un-glued."""

    names: Names = field(default_factory=Names)
    titles: set[str] = field(default_factory=set)
    told: Mapping[str, Told] = field(default_factory=dict)


def evidence_of(readings: Iterable[Reading]) -> Evidence:
    """The same whatever the order of the readings; doubtful first names are no evidence."""
    names, titles = Names(), set[str]()
    told: dict[str, set[Told]] = {}
    for reading in readings:
        for record in reading.records:
            names.add(record.authors[1:] if record.needs_review else record.authors)
            if not record.needs_review and record.title:
                titles.update(word.lower() for word in words_of(record.title))
            if record.confidence == 1 and record.authors:
                told.setdefault(record.key, set()).add((record.title, record.authors))
    agreed = {key: min(ways) for key, ways in told.items() if len(ways) == 1}
    return Evidence(names, titles, agreed)


def reconsider_all(readings: Sequence[Reading]) -> list[Reading]:
    """The readings with what was marked for review judged on the evidence of all."""
    if not any(record.needs_review for reading in readings for record in reading.records):
        return list(readings)
    evidence = evidence_of(readings)
    return [reconsider(reading, evidence) for reading in readings]


def reconsider(reading: Reading, evidence: Evidence) -> Reading:
    """The reading with its doubtful splits made again; all else stays as it was."""
    doubtful = [r for r in reading.records if r.needs_review]
    if not doubtful or reading.format not in SPLIT_FORMATS:
        return reading
    again = {id(record): _again(record, evidence) for record in doubtful}
    records = tuple(again.get(id(record), record) for record in reading.records)
    kept = [p for p in reading.problems if not p.reason.startswith(DOUBT)]
    doubts = [doubt_problem(r) for r in again.values() if r.needs_review]
    problems = named(sorted([*kept, *doubts], key=lambda problem: problem.line))
    return reading._replace(records=records, problems=problems)


def _again(record: Record, evidence: Evidence) -> Record:
    if record.key in evidence.told:
        title, authors = evidence.told[record.key]
        return record._replace(title=title, authors=authors, confidence=0.999, needs_review=False)
    context = context_of(record.abstract, evidence.names, evidence.titles)
    found = split_again(record, context)
    return record._replace(
        title=found.title,
        authors=found.authors,
        confidence=found.confidence,
        needs_review=found.needs_review,
    )


def split_again(record: Record, context: Context) -> Split:
    """The split of the glued line a record came from, recovered by joining its parts."""
    line = record.title + ", ".join(record.authors)
    return split(line, record.et_al, context)


def doubt_problem(record: Record) -> Problem:
    """Names the record that the reader should look at."""
    if not record.authors:
        reason = f"{DOUBT}: no names found in {_short(record.title)}"
    else:
        reason = f"{DOUBT}: {_short(record.title)} | {_short(', '.join(record.authors))}"
    return Problem(record.document, record.line, reason)


def _short(text: str, width: int = 70) -> str:
    text = re.sub(r"\s+", " ", text[-4 * width :])
    return text if len(text) <= width else "…" + text[-width:]
