import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.importers.decoding import decode

TEXT = "Über naïve Schrödinger – “quotes” and 数学, written at some length\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_declared_encodings_are_no_guess(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, "")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark_is_told(encoding: str) -> None:
    text = "Plain western text\n" * 5
    found, guess = decode(text.encode(encoding))
    assert found == text
    assert encoding.upper() in guess


def test_old_western_encodings_are_told() -> None:
    assert decode("café – naïve".encode("cp1252")) == (
        "café – naïve",
        "not UTF-8: read as Windows-1252",
    )
    assert decode(b"caf\xe9 \x81")[1] == "not UTF-8: read as Latin-1"


def test_a_bad_byte_in_utf8_is_marked_not_guessed() -> None:
    found, guess = decode("é é é ".encode() + b"\xff")
    assert found == "é é é \ufffd"
    assert "first at 9" in guess


def test_half_characters_are_marked() -> None:
    assert decode(b"a\xed\xa0\x80b") == (
        "a\ufffdb",
        "half characters (lone surrogates) marked \ufffd",
    )


@given(st.binary())
def test_any_bytes_give_text_that_can_be_written(data: bytes) -> None:
    text, _ = decode(data)
    text.encode("utf-8")
