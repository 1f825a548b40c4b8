import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importers.pages import LONG, document, glued_card
from tui_reader.importers.document import UnreadableDocument
from tui_reader.importers.problems import LIMIT, MOST
from tui_reader.importers.reading import FORMATS, read, read_all

PAGE = glued_card("On a ThingAda Lovelace, Bo Peep")


def test_a_forced_format_is_used_and_an_unknown_one_refused() -> None:
    assert FORMATS == ("json", "jsonl", "cards", "author-page", "abstracts")
    assert len(read(document(PAGE), format="abstracts").records) == 1
    with pytest.raises(UnreadableDocument, match="JSON without any paper"):
        read(document(PAGE), format="json")
    with pytest.raises(UnreadableDocument, match="no format 'odt'; there are json, jsonl"):
        read(document(PAGE), format="odt")


def test_found_by_content_not_by_name() -> None:
    assert read(document('[{"title": "T"}]', "page.txt")).format == "json"
    assert read(document(PAGE, "page.json")).format == "cards"


def test_the_guessed_encoding_is_the_first_problem() -> None:
    reading = read(document(PAGE.replace("Bo", "Bó").encode("cp1252")))
    assert reading.records[0].authors == ("Ada Lovelace", "Bó Peep")
    assert str(reading.problems[0]) == "page.txt: not UTF-8: read as Windows-1252"


def test_one_unreadable_document_does_not_stop_the_others() -> None:
    told: list[tuple[int, int]] = []
    documents = [document("nothing here"), document(PAGE), document(b"%PDF-1.4")]
    readings = read_all(documents, progress=lambda done, total: told.append((done, total)))
    assert [(r.format, len(r.records)) for r in readings] == [("", 0), ("cards", 1), ("", 0)]
    assert readings[0].problems[0].reason == "no papers found in it"
    assert told == sorted(told)
    assert {total for _, total in told} == {sum(len(d.data) for d in documents)}


def test_records_know_their_document() -> None:
    (record,) = read(document(PAGE)).records
    assert (record.document, record.document_id, record.line) == ("page.txt", "d1", 1)


LINES = st.sampled_from(
    [
        *("LGNov 13, 2023", "96.5AIMay 28Code", "h-index22", "Ada Lovelace", "LG", "", "  ", LONG),
        *("Abstract:We do.", "On a ThingAda Lovelace, Bo Peep et al. · mit", "Via arXiv", "{"),
    ]
)


@given(st.lists(LINES | st.text(max_size=30), max_size=12), st.sampled_from(["\n", "\r\n", "\r"]))
def test_any_page_is_read_or_refused(lines: list[str], end: str) -> None:
    try:
        reading = read(document(end.join(lines).encode("utf-8", "replace")))
    except UnreadableDocument as refused:
        assert refused.reason
        return
    assert reading.records or reading.profiles
    assert all(record.key for record in reading.records)


def test_a_document_full_of_faults_names_the_first_of_them() -> None:
    reading = read(document('{"title": "T"}\n' + "x\n" * 5000, "bad.jsonl"))
    assert len(reading.problems) == MOST
    assert str(reading.problems[0]) == f"bad.jsonl: {LIMIT}"
    assert [problem.line for problem in reading.problems[1:4]] == [2, 3, 4]
    assert reading.unread == 5000


def test_doubtful_splits_are_as_many_as_they_are_and_the_first_are_named() -> None:
    glued = "\n".join(
        glued_card(f"lower case words {n}and no name at all") for n in range(MOST + 9)
    )
    (reading,) = read_all([document(glued)])
    assert sum(record.needs_review for record in reading.records) > MOST
    assert len(reading.problems) == MOST
