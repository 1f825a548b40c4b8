"""The state as a TinyDB: its storage cannot be torn, its tables are found by record key."""

from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from tui_reader.library.tracker.state_file import StateFile


class SafeStorage(StateFile, Storage):
    """A state file as TinyDB reads and writes it."""


class RowTable(Table):
    """Rows are found by record key."""

    document_class = Document
    document_id_class = str  # type: ignore[assignment]  # TinyDB annotates int, any type works


class Database(TinyDB):
    """The tables of reading.json for whoever wants TinyDB's queries."""

    table_class = RowTable

    def __init__(self, path: Path) -> None:
        super().__init__(path, storage=SafeStorage)

    def table(self, name: str, **options: Any) -> Table:  # noqa: ANN401 - as TinyDB has it
        """Without the query cache, which goes stale when another process writes."""
        return super().table(name, **{"cache_size": 0, **options})

    @property
    def file(self) -> SafeStorage:
        storage: Any = self.storage
        if not isinstance(storage, SafeStorage):
            raise TypeError(storage)
        return storage
