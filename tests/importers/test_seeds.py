"""The shipped documents, against what was read from them by hand."""

import hashlib
import json
from pathlib import Path

from tests.importers.pages import AS_OF
from tui_reader.importers.document import Document
from tui_reader.importers.reading import read_all
from tui_reader.papers import Profile, Record

ROOT = Path(__file__).parents[2]
EXPECTED = [
    json.loads(line)
    for line in (ROOT / "tests/documents/seed-records.jsonl").read_text("utf-8").splitlines()
]


def shown(record: Record) -> dict[str, object]:
    return {
        "document": record.document,
        "title": record.title,
        "authors": list(record.authors),
        "et_al": record.et_al,
        "affiliations": list(record.affiliations),
        "category": record.category or None,
        "date": record.date or None,
        "score": record.score,
        "has_code": record.has_code,
        "date_inferred": record.date_inferred,
        "abstract_digest": hashlib.sha256(record.abstract.encode()).hexdigest()[:16],
    }


def test_every_field_of_every_seed_record() -> None:
    paths = sorted((ROOT / "seeds").glob("*.txt"))
    readings = read_all([Document(path.name, path.read_bytes(), AS_OF) for path in paths])
    found = [shown(record) for reading in readings for record in reading.records]
    expected = sorted(EXPECTED, key=lambda record: str(record["document"]))
    assert len(found) == 104
    for got, wanted in zip(found, expected, strict=True):
        assert got == {name: value if value != "" else None for name, value in wanted.items()} | {
            "title": wanted["title"] or ""
        }
    assert [reading.problems for reading in readings] == [()] * 5
    assert readings[4].profiles == (
        Profile(
            name="Julia Kempe",
            category="LG",
            h_index=22,
            papers=36,
            citations=603,
            novelty=54,
            ai_score=60,
        ),
    )
