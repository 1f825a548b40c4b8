import pytest

from tests.importers.pages import document
from tui_reader.importers.document import UnreadableDocument
from tui_reader.importers.reading import read

BIBTEX = "% a comment\n@article{key,\n  title = {T},\n  abstract = {We.}\n}\n"


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
        (b"PK\x03\x04" + bytes(100), "a ZIP archive"),
        (b"\x1f\x8b\x08" + bytes(100), "a gzip archive"),
        (bytes(range(256)) * 64, "a binary file"),
        (b"", "an empty file"),
        (b" \n\r\n" * 50, "an empty file"),
        (BIBTEX.encode(), "BibTeX"),
        (b"@a{b,\n date={2016}\n}", "BibTeX"),
        (b"\xef\xbb\xbfTY  - JOUR\r\nTI  - T\r\nER  - \r\n", "RIS"),
        (b"1.\r\nTY  - JOUR\r\nTI  - T\r\nER  - \r\n", "RIS"),
        (b'<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">', "an Atom feed"),
        (b'<?xml version="1.0"?><rss version="2.0">', "an RSS feed"),
        (b"<!DOCTYPE html><title>403</title>", "HTML"),
        (b'<!DOCTYPE x [<!ENTITY l0 "lol">]><x/>', "XML"),
        (b"id,title,year\n1,T,2020\n", "a table"),
    ],
)
def test_formats_not_read_yet_are_named(data: bytes, named: str) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read(document(data))
    assert named in refused.value.reason
    assert "\n" not in refused.value.reason


@pytest.mark.parametrize("text", ["Just a note to myself.\n", "[1] A. Smith. A book.\n", "{x}"])
def test_text_without_papers(text: str) -> None:
    with pytest.raises(UnreadableDocument, match="no papers found in it"):
        read(document(text))


def test_the_mark_of_another_format_inside_a_card_is_text() -> None:
    page = (
        "LGNov 13, 2023\nOn a ThingAda Lovelace, Bo Peep\n@misc{evil, title={x}} in an abstract.\n"
    )
    (record,) = read(document(page)).records
    assert record.abstract == "@misc{evil, title={x}} in an abstract."
