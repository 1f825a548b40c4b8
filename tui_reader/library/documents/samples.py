"""The seed documents a new library starts with."""

from collections.abc import Iterator
from datetime import date

from tui_reader.importers.document import Document
from tui_reader.library.documents.document_files import document_id
from tui_reader.resources import resources

# The day the seed documents were taken off the web; days without a year count from it.
AS_OF = date(2026, 11, 20)


def sample_documents() -> Iterator[Document]:
    for path in sorted(resources("seeds").glob("*.txt")):
        data = path.read_bytes()
        yield Document(name=path.name, data=data, as_of=AS_OF, id=document_id(data))
