"""clean(): nothing that a terminal obeys comes out."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.text import TAB_SIZE, clean, clean_line

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HOSTILE = st.text(
    st.one_of(
        st.characters(exclude_categories=[]),
        st.sampled_from(
            "\x00\x07\t\n\r\x1b\x7f\x80\x9b\x9d\xad\u200b\u200d\ufeff\ufffe\u2028" + BIDI
        ),
        st.sampled_from("a \u0301\u20dd👩\u200d\U000e0041\ud800\U0001fffe"),
    )
)


def is_forbidden(character: str) -> bool:
    code = ord(character)
    return (
        (unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") and character != "\n")
        or 0xFDD0 <= code <= 0xFDEF
        or code & 0xFFFE == 0xFFFE
        or character in BIDI + "\u200b\u2060\ufeff\u00ad"
    )


@given(HOSTILE)
def test_nothing_forbidden_comes_out(text: str) -> None:
    assert not any(map(is_forbidden, clean(text)))
    assert not any(map(is_forbidden, clean_line(text)))
    assert "\n" not in clean_line(text)


@given(HOSTILE)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean(clean_line(text)) == clean_line(text)


@given(HOSTILE)
def test_newlines_stay(text: str) -> None:
    line_ends = text.replace("\r\n", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    assert clean(text).count("\n") == line_ends.count("\n")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]52;c;eA==\x07", "␛]52;c;eA==␇"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("a\rb\x00c\x7f", "a␍b␀c␡"),
        ("\x9b31m\x9d", "�31m�"),
        ("abc\u202edcba\u202c", "abc�dcba�"),
        ("\ud800 \ufffe \U0010ffff", "� � �"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        ("a\tb\n\tc", f"a{' ' * (TAB_SIZE - 1)}b\n{' ' * TAB_SIZE}c"),
        ("zero\u200bwidth\ufeff \u2060so\u00adft", "zerowidth soft"),
        ("a\u200db", "ab"),
        ("\u0301x\n\u0301y e\u0301", "◌\u0301x\n◌\u0301y e\u0301"),
    ],
)
def test_marks(text: str, shown: str) -> None:
    assert clean(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "two\nlines",
        "é ℝ² 𝕏",
        "日本語",
        "👩\u200d🔬 👍🏽 ❤\ufe0f",
        "می\u200cخواهم",
        "[/] [MASK] [@click=app.quit]",
    ],
)
def test_clean_text_stays(text: str) -> None:
    assert clean(text) == text


def test_a_line_squeezes_blanks() -> None:
    assert clean_line("  one\n\n two\t three\xa0four ") == "one two three four"
