"""Documents -> records. Found by content; the first importer that claims a text reads it."""

from tui_reader.importers.document import Document, Progress, UnreadableDocument
from tui_reader.importers.evidence import Evidence, evidence_of, reconsider
from tui_reader.importers.reading import FORMATS, IMPORTERS, read, read_all

__all__ = [
    "FORMATS",
    "IMPORTERS",
    "Document",
    "Evidence",
    "Progress",
    "UnreadableDocument",
    "evidence_of",
    "read",
    "read_all",
    "reconsider",
]
