"""Data and talk, cleaned, on whatever stream."""

import io
import json
from typing import NoReturn

import pytest

from tui_reader.cli.errors import CannotPrint
from tui_reader.cli.output import Output

HOSTILE = "a\x1b]52;c;aGk=\x07b\x9b31mc\x7f\u202ed\udc80\r\n[MASK] [/] [@click=app.quit]"


def written(encoding: str = "utf-8") -> tuple[Output, io.BytesIO]:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, errors="backslashreplace", newline="\n")
    return Output(stream, stream), raw


def bytes_of(output: Output, raw: io.BytesIO) -> bytes:
    output.flush()
    return raw.getvalue()


def test_no_control_character_leaves_in_text_tables_or_talk() -> None:
    output, raw = written()
    output.line(HOSTILE)
    output.table([[HOSTILE, "x"]], wide=0)
    output.say(HOSTILE)
    text = bytes_of(output, raw).decode()
    assert not {c for c in text if ord(c) < 32 or 0x7F <= ord(c) < 0xA0} - {"\n", "\t"}
    assert "\u202e" not in text
    assert text.count("[MASK] [/] [@click=app.quit]") == 3


def test_a_table_row_is_one_line() -> None:
    output, raw = written()
    output.table([["a\nb\tc", "d"]], wide=0)
    assert bytes_of(output, raw) == b"a b c\td\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_json_is_ascii_and_comes_back_as_it_was(encoding: str) -> None:
    output, raw = written(encoding)
    objects = [{"title": HOSTILE + "𝕏"}, {"title": "é"}]
    output.objects(objects)
    data = bytes_of(output, raw)
    assert not set(data) - set(range(32, 127)) - {10}
    assert json.loads(data) == objects


def test_no_objects_are_an_empty_array() -> None:
    output, raw = written()
    output.objects([])
    assert json.loads(bytes_of(output, raw)) == []


def test_latin_1_gets_marks_in_ascii() -> None:
    assert written("latin-1")[0].ellipsis == "~"
    assert written("utf-8")[0].ellipsis == "…"


def test_what_an_encoding_lacks_is_escaped() -> None:
    output, raw = written("latin-1")
    output.line("é 𝕏")
    assert bytes_of(output, raw) == b"\xe9 \\U0001d54f\n"


class Full(io.StringIO):
    def write(self, text: str) -> NoReturn:
        raise OSError(28, "No space left on device")


def test_a_full_disk_is_named() -> None:
    output = Output(Full(), io.StringIO())
    with pytest.raises(CannotPrint, match="No space left on device") as raised:
        output.line("x")
    assert raised.value.exit_code == 5
