import pytest

from tui_reader.importers.repair import one_line_end, repair


def test_every_line_end_becomes_one() -> None:
    assert one_line_end("a\r\nb\rc\n\r\nd") == "a\nb\nc\n\nd"


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("A &amp; B &lt;x&gt;", "A & B <x>"),
        ("&#233; &#xE9; &eacute;", "é é é"),
        ("AT&T and x&y; ?a=1&copy=2", "AT&T and x&y; ?a=1&copy=2"),
        ("&amp;lt;", "&lt;"),
        ("a&nbsp;b\u00a0c\u202fd", "a b c d"),
        ("\ufeffa\n\ufeffb", "a\nb"),
        ("a&#10;b", "a b"),
        ("\u200bLG\u2060Nov\u200913, 2023\ufeff\u200b", "LGNov 13, 2023"),
        ("tran\u00adsit 3\u2009000 a\u3000b", "transit 3 000 a b"),
    ],
)
def test_repairs(text: str, repaired: str) -> None:
    assert repair(text) == (repaired, [])


def test_nul_is_left_out_and_told() -> None:
    assert repair("a\0b\0") == ("ab", ["2 NUL characters left out"])
