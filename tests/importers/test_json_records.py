import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importers.pages import document
from tui_reader.importers.document import UnreadableDocument
from tui_reader.importers.reading import read
from tui_reader.papers import Reading, ReadingState, Record, Status
from tui_reader.papers.as_json import paper_fields, record_fields
from tui_reader.papers.paper import Paper
from tui_reader.papers.record import keyed

RECORD = keyed(
    Record(
        document="000.txt",
        line=7,
        title="On a Thing",
        authors=("Ada Lovelace", "Bo Peep"),
        et_al=True,
        affiliations=("mit",),
        abstract="We study a thing.",
        category="LG",
        date="2024-10-31",
        date_inferred=True,
        score=96.5,
        has_code=True,
        identifiers={"arxiv": "2401.00001"},
        urls=("https://x.org/p",),
        confidence=0.75,
        needs_review=True,
    )
)


def read_json(value: object) -> Reading:
    return read(document(json.dumps(value)))


def test_a_record_as_printed_comes_back_whole() -> None:
    reading = read_json([record_fields(RECORD)])
    (record,) = reading.records
    assert (record.document, record.line, record.document_id) == ("page.txt", 1, "d1")
    mine, theirs = record_fields(record), record_fields(RECORD)
    place = {"document", "line"}
    assert {k: v for k, v in mine.items() if k not in place} == {
        k: v for k, v in theirs.items() if k not in place
    }
    assert reading.format == "json"


def test_addresses_are_found_in_the_abstract_where_none_are_given() -> None:
    abstract = "Code: https://x.org/a_b."
    found = read_json([{"title": "T", "authors": ["A B"], "abstract": abstract}]).records
    given = read_json([{"title": "T", "abstract": abstract, "urls": ["https://y.org"]}]).records
    assert [record.urls for record in (*found, *given)] == [
        ("https://x.org/a_b",),
        ("https://y.org",),
    ]


def test_a_paper_gives_its_facts_and_offers_what_the_reader_did() -> None:
    paper = Paper(id="aaaa", aliases=("aaaa",), sources=(), title="On a Thing", abstracts=("We.",))
    state = ReadingState(
        status=Status.READING, progress=40, tags=("rl",), note="n", starred=True, started_at=1500
    )
    reading = read_json([paper_fields(paper, state)])
    (record,) = reading.records
    assert (record.title, record.abstract) == ("On a Thing", "We.")
    assert reading.states == {record.key: state}
    beside = "id", "aliases", "status", "progress", "tags", "note", "starred", "started_at"
    assert reading.ignored == dict.fromkeys(beside, 1)
    assert reading.problems == ()


def test_lines_arrays_wrappers_and_single_objects() -> None:
    one, two = {"title": "One"}, {"title": "Two"}
    lines = read(document(f"{json.dumps(one)}\n\n{json.dumps(two)}\n"))
    assert (lines.format, [r.line for r in lines.records]) == ("jsonl", [1, 3])
    array = read(document(json.dumps([one, two], indent=1)))
    assert (array.format, [r.line for r in array.records]) == ("json", [2, 5])
    assert [r.title for r in read_json({"papers": [one, two]}).records] == ["One", "Two"]
    assert [r.title for r in read_json(one).records] == ["One"]


def test_a_bad_line_is_named_and_the_others_are_read() -> None:
    text = '{"title": "One"}\n{"title": \n[]\n"x"\nnull\n{"title": "Two"} {"title": "Three"}\n{}\n'
    reading = read(document(text + '{"title": "Four"}'))
    assert [r.title for r in reading.records] == ["One", "Four"]
    assert [(p.line, p.reason.split(":")[0]) for p in reading.problems] == [
        (2, "not JSON"),
        (3, "a list, not a paper"),
        (4, "a text, not a paper"),
        (5, "null, not a paper"),
        (6, "more than one value on the line"),
        (7, "neither title nor abstract"),
    ]


def test_reading_an_array_goes_on_behind_a_bad_element() -> None:
    text = '[\n{"title": "One"},\n{"title": x},\n{"title": "Two"},\n{"title": "Thr'
    reading = read(document(text))
    assert [r.title for r in reading.records] == ["One", "Two"]
    assert [p.line for p in reading.problems] == [3, 5, 5]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("title", ["a"], "title left out: not a text"),
        ("authors", 5, "authors left out: not a list of texts"),
        ("authors", ["A", 5], "part of authors left out: not a text"),
        ("score", "high", "score left out: not a number"),
        ("score", True, "score left out: not a number"),
        ("date", "yesterday", "date left out: not a day like 2024-10-31"),
        ("date", "2023-02-30", "date left out: not a day there is (2023-02-30)"),
        ("identifiers", {"doi": 3}, "part of identifiers left out: not a text"),
        ("confidence", 7, "confidence left out: not between 0 and 1"),
        ("has_code", "yes", "has_code left out: not true or false"),
        ("status", "eaten", "status left out: not one of unread, queued"),
        ("progress", 400, "progress left out: not between 0 and 100"),
        ("queued_at", "noon", "queued_at left out: not a time like 2026-11-20T10:00:00Z"),
        ("abstract", "a\ud800", "abstract: half characters"),
    ],
)
def test_a_wrong_value_is_told_and_the_record_kept(field: str, value: object, told: str) -> None:
    reading = read_json([{"title": "T", "abstract": "We."} | {field: value}])
    assert len(reading.records) == 1
    assert reading.problems[0].reason.startswith(told)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[]", "JSON without any paper in it"),
        ("[" * 100_000 + "]" * 100_000, "nested too deeply"),
        ('{"a": ' * 100_000, "nested too deeply"),
        ("[1, 2]", "a number, not a paper"),
        ('[{"type": "book", "title": "T", "issued": {}}]', "looks like CSL-JSON"),
        ('{"authorships": [], "title": "T"}', "looks like OpenAlex"),
        ('{"paperId": "x", "title": "T"}', "looks like Semantic Scholar"),
    ],
)
def test_json_that_is_not_ours_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason) as refused:
        read(document(text))
    assert "\n" not in str(refused.value)


def test_odd_numbers_and_repeated_names_do_no_harm() -> None:
    text = '[{"title": "a", "title": "b", "year": NaN, "score": 1e999, "m": ' + "9" * 6000 + "}]"
    reading = read(document(text))
    assert [(r.title, r.score) for r in reading.records] == [("b", None)]
    assert reading.ignored == {"m": 1}
    assert reading.problems[0].reason == "score left out: not a finite number"


def test_times_without_a_zone_are_utc() -> None:
    reading = read_json([{"title": "T", "status": "queued", "queued_at": "2026-11-20T10:00:00"}])
    (state,) = reading.states.values()
    assert state.queued_at == datetime(2026, 11, 20, 10, tzinfo=UTC).timestamp() * 1000


def test_progress_is_told_while_reading() -> None:
    told: list[tuple[int, int]] = []
    text = "\n".join(json.dumps({"title": f"Paper {i}"}) for i in range(2000))
    read(document(text), progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert len(told) > 3
    assert told[-1] == (len(text), len(text))


ODD = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
JSON_VALUES = (
    ODD | st.lists(ODD, max_size=2) | st.dictionaries(st.text(max_size=2), ODD, max_size=2)
)
FIELD = st.sampled_from([*record_fields(RECORD), "status", "progress", "tags", "abstracts"])


@given(st.lists(st.dictionaries(FIELD, JSON_VALUES, max_size=3), max_size=2))
def test_any_values_are_read_or_refused(values: list[dict[str, Any]]) -> None:
    try:
        reading = read_json([{"title": "T"}, *values])
    except UnreadableDocument:
        return
    for record in reading.records:
        json.dumps(record_fields(record), allow_nan=False).encode("utf-8")
        record.title.encode("utf-8")


def test_every_variant_of_an_abstract_comes_back() -> None:
    reading = read_json([{"title": "T", "abstract": "We.", "abstracts": ["We.", "They."]}])
    assert [record.abstract for record in reading.records] == ["We.", "They."]
    assert len({record.key for record in reading.records}) == 1


@pytest.mark.parametrize("item", [1, "x", None, {}, {"title": 5}])
def test_what_cannot_be_read_at_all_is_counted(item: object) -> None:
    assert read_json([item, {"title": "T", "authors": ["A"]}]).unread == 1
    assert read_json([{"title": "T", "score": "high"}]).unread == 0
