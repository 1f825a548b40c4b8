"""Small pages that the tests of several files build on."""

from datetime import date

from tui_reader.importers.document import Document

AS_OF = date(2026, 11, 20)
LONG = (
    "We study how a small thing works in practice and show that it works, with experiments on "
    "several data sets and with a proof that needs no assumption beyond those of earlier work."
)


def document(text: str | bytes, name: str = "page.txt") -> Document:
    data = text.encode() if isinstance(text, str) else text
    return Document(name, data, AS_OF, id="d1")


def glued_card(line: str, abstract: str = LONG, header: str = "LGNov 13, 2023") -> str:
    return f"{header}\n{line}\n{abstract}\n"
