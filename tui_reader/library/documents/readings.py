"""What each document told when it was first read, kept so that it is read only once."""

from pathlib import Path

from tui_reader.importers.document import UnreadableDocument
from tui_reader.library.documents.document_list import Entry
from tui_reader.library.documents.documents import Documents
from tui_reader.library.documents.inputs import IMPORTERS_VERSION
from tui_reader.library.documents.reading_codec import decode, encode, renamed
from tui_reader.library.errors import CannotSave
from tui_reader.library.files.opening import opened
from tui_reader.library.files.safe_files import write_atomically
from tui_reader.papers import Problem, Reading


class Readings:
    """First readings, each on its own evidence only; below `directory`, else in memory."""

    def __init__(self, directory: Path | None, documents: Documents) -> None:
        self._directory = directory
        self._documents = documents
        self._memory: dict[str, Reading] = {}

    def reading(self, entry: Entry) -> Reading:
        """From the store, else from the document itself; what went wrong is a problem in it."""
        kept = self._memory.get(_name(entry)) or self._load(entry)
        if kept is None:
            kept = self._read(entry)
            self.keep(entry, kept)
        return renamed(kept, entry.name)

    def keep(self, entry: Entry, reading: Reading) -> None:
        """Store the reading; where that cannot be done it is only read again next time."""
        if self._directory is None:
            self._memory[_name(entry)] = reading
            return
        try:
            lines = encode(reading, entry.id, _name(entry))
            write_atomically(self._directory / _name(entry), lines)
        except CannotSave:
            self._memory[_name(entry)] = reading

    def _load(self, entry: Entry) -> Reading | None:
        if self._directory is None:
            return None
        try:
            with opened(self._directory / _name(entry)) as lines:
                return decode(lines, _name(entry))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def _read(self, entry: Entry) -> Reading:
        # Imported here, as in Catalogue: a start seldom reads a document.
        from tui_reader.importers.reading import read

        try:
            return read(self._documents.read(entry), format=entry.format or None)
        except (OSError, UnreadableDocument) as error:
            problem = Problem(entry.name, 0, f"its kept copy cannot be read: {error}")
            return Reading(document=entry.name, format=entry.format, problems=(problem,))

    def forget(self, document_id: str) -> None:
        """Drop all readings of a document, of any version."""
        self._memory = {k: v for k, v in self._memory.items() if not k.startswith(document_id)}
        for path in self._directory.glob(f"{document_id}-*") if self._directory else ():
            path.unlink(missing_ok=True)


def _name(entry: Entry) -> str:
    """Also says what the reading depends on besides the bytes."""
    return f"{entry.id}-{entry.as_of}-{IMPORTERS_VERSION}.jsonl"
