"""The state as a TinyDB: its storage cannot be torn, its tables are found by record key.

Every write of reading.json goes through it. A start only reads, by `StateFile`: loading TinyDB
waits until something is written.
"""

from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from tui_reader.library.tracker.cells import Tables
from tui_reader.library.tracker.state_file import StateFile


class SafeStorage(Storage):
    """A state file as TinyDB reads and writes it; CannotSave, ChangedMeanwhile."""

    def __init__(self, file: StateFile) -> None:
        self._file = file

    def read(self) -> Tables | None:
        return self._file.read()

    def write(self, data: Tables) -> None:
        self._file.write(data)


class RowTable(Table):
    """Rows are found by record key."""

    document_class = Document
    document_id_class = str  # type: ignore[assignment]  # TinyDB annotates int, any type works


class Database(TinyDB):
    """The tables of reading.json, by TinyDB's queries and, for the tracker, all in one write."""

    table_class = RowTable

    def __init__(self, file: StateFile) -> None:
        super().__init__(file, storage=SafeStorage)

    def replace(self, tables: Tables) -> None:
        """One write for any number of changed rows, where each TinyDB call would make its own."""
        self.storage.write(dict(tables))

    def table(self, name: str, **options: Any) -> Table:  # noqa: ANN401 - as TinyDB has it
        """Without the query cache, which goes stale when another process writes."""
        return super().table(name, **{"cache_size": 0, **options})
