"""The state as a TinyDB: its storage cannot be torn, its tables are found by record key.

Every save goes through it, all tables in one write: TinyDB's own updates read and write the
whole file once for each row and table. The start reads the same file without TinyDB.
"""

from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from tui_reader.library.files.safe_files import Signature
from tui_reader.library.tracker.cells import Tables
from tui_reader.library.tracker.state_file import StateFile


class SafeStorage(Storage):
    """A state file as TinyDB reads and writes it."""

    def __init__(self, file: StateFile | Path) -> None:
        self.file = file if isinstance(file, StateFile) else StateFile(file)

    def read(self) -> Tables | None:
        return self.file.read()

    def write(self, data: Tables, expected: Signature | None = None) -> None:
        """With `expected`, ChangedMeanwhile if the file is another version by then."""
        self.file.replace(data, expected)


class RowTable(Table):
    """Rows are found by record key."""

    document_class = Document
    document_id_class = str  # type: ignore[assignment]  # TinyDB annotates int, any type works


class Database(TinyDB):
    """The tables of reading.json, for the tracker's saves and whoever wants TinyDB's queries."""

    table_class = RowTable

    def __init__(self, file: StateFile | Path) -> None:
        self._safe = SafeStorage(file)
        super().__init__(storage=lambda: self._safe)

    def table(self, name: str, **options: Any) -> Table:  # noqa: ANN401 - as TinyDB has it
        """Without the query cache, which goes stale when another process writes."""
        return super().table(name, **{"cache_size": 0, **options})

    def save(self, tables: Tables, expected: Signature | None) -> None:
        """All tables, in one write. ChangedMeanwhile, CannotSave."""
        self._safe.write(tables, expected)
