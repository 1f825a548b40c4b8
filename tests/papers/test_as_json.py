"""The names and their order are a contract with scripts."""

from tui_reader.papers import Paper, ReadingState, Record, Source, Status
from tui_reader.papers.as_json import iso_time, paper_fields, record_fields

FACTS = [
    "title",
    "authors",
    "et_al",
    "affiliations",
    "abstract",
    "category",
    "date",
    "date_inferred",
    "score",
    "has_code",
    "identifiers",
    "urls",
    "confidence",
    "needs_review",
]


def test_a_record_has_its_place_then_the_facts() -> None:
    record = Record(document="a.txt", line=3, title="T", authors=("A B",), date="2024-10-31")
    fields = record_fields(record)
    assert list(fields) == ["document", "line", "key", *FACTS]
    assert fields["key"] == record.key
    assert (fields["document"], fields["line"], fields["date"]) == ("a.txt", 3, "2024-10-31")


def test_absent_values_are_null_or_empty() -> None:
    fields = record_fields(Record(document="a.txt", line=3))
    assert [fields[name] for name in ("title", "abstract", "category", "date", "score")] == [
        None
    ] * 5
    assert [fields[name] for name in ("authors", "affiliations", "identifiers", "urls")] == [
        [],
        [],
        {},
        [],
    ]


def test_a_paper_has_the_facts_then_what_the_reader_made_of_it() -> None:
    source = Source(document="a.txt", line=3, key="k1")
    paper = Paper(
        id="k1",
        aliases=("k1", "k2"),
        sources=(source, source),
        abstracts=("first", "second"),
        proposed=("k9",),
        added_at=1_000,
    )
    state = ReadingState(status=Status.READ, progress=100, tags=("a",), finished_at=1_500)
    fields = paper_fields(paper, state)
    assert list(fields) == [
        *FACTS,
        "id",
        "aliases",
        "documents",
        "abstracts",
        "proposed",
        "status",
        "progress",
        "tags",
        "note",
        "starred",
        "added_at",
        "queued_at",
        "started_at",
        "finished_at",
    ]
    assert fields["abstract"] == "first"
    assert fields["abstracts"] == ["first", "second"]
    assert fields["documents"] == ["a.txt"]
    assert fields["status"] == "read"
    assert fields["added_at"] == "1970-01-01T00:00:01.000Z"
    assert fields["finished_at"] == "1970-01-01T00:00:01.500Z"
    assert fields["queued_at"] is None


def test_iso_time() -> None:
    assert iso_time(None) is None
    assert iso_time(1_795_203_856_250) == "2026-11-20T19:44:16.250Z"
