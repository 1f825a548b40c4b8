"""JSON lines are read from their bytes; what comes of it is what their text would tell."""

import json
import tracemalloc
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui_reader.importers import reading
from tui_reader.importers.document import Document, UnreadableDocument
from tui_reader.importers.json_lines import are_lines
from tui_reader.importers.reading import read
from tui_reader.papers import Reading

ONE = b'{"title": "One", "authors": ["Ana Wei"], "date": "2024-05-01"}'
LINES = st.sampled_from(
    [
        *(
            ONE,
            b'{"title": "Zw\xc3\xb6lf \xf0\x9f\x98\x80"}',
            b'{"abstract": "We.", "id": 5}',
            b"{}",
        ),
        *(b"", b"  ", b"[1]", b"5", b'{"title": "cut', b'{"title": "A"} {"title": "B"}', b"{"),
        *(b"\xff\xfe", b'{"title": "\xe9"}', b'{"title": "\xed\xa0\x80"}', b'{"title": "\\ud800"}'),
        *(b"\0", b'{"title":\r"Three"}', b"\x01" * 400, b"\xe2\x80\xa8", b"\xc2\x85", b"\x0c"),
        *(b"}", b'"title": "spread"', b'  {"title": "Set in"}', b"\xef\xbb\xbf" + ONE),
    ]
)


def document(data: bytes) -> Document:
    return Document("papers.jsonl", data, date(2026, 11, 20))


def told(data: bytes, format: str | None) -> Reading | str:
    try:
        return read(document(data), format=format)
    except UnreadableDocument as refused:
        return refused.reason


@given(st.lists(LINES, max_size=5).map(b"\n".join), st.sampled_from([None, "json", "jsonl"]))
@example(b"\n".join([ONE, ONE, ONE]), None)
@example(b"\n".join([ONE, b"\x01" * 400]), None)
@example(b"\n".join([ONE, b'{"title": "\xe9"}']), None)
def test_bytes_tell_what_their_text_tells(data: bytes, format: str | None) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "are_lines", lambda data: False)
        by_text = told(data, format)
    assert told(data, format) == by_text


def test_of_json_lines_no_text_is_made() -> None:
    lines = [
        json.dumps({"title": f"{n} 😀", "x": "é" * 1000}, ensure_ascii=False) for n in range(2000)
    ]
    data = "\n".join(lines).encode()
    assert are_lines(data)
    tracemalloc.start()
    try:
        assert len(read(document(data)).records) == len(lines)
        assert tracemalloc.get_traced_memory()[1] < len(data)
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "data", [ONE, b"\n" + ONE + b"\n" + ONE, b"[" + ONE + b"\n]", b"{\n}\n{\n}"]
)
def test_anything_else_is_read_as_text(data: bytes) -> None:
    assert not are_lines(data)
