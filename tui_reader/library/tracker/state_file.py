"""reading.json as a file of checked tables that cannot be torn."""

import json
from pathlib import Path

from tui_reader.library.errors import CannotSave
from tui_reader.library.files.safe_files import (
    Signature,
    read_regular,
    signature_of,
    write_atomically,
)
from tui_reader.library.tracker.cells import Row, Tables
from tui_reader.library.tracker.schema import parse

encode = json.JSONEncoder(separators=(",", ":"), allow_nan=False, check_circular=False).encode


class StateFile:
    """Reads checked tables, writes atomically, and knows whether others wrote meanwhile.

    A row that was written before and has not been replaced is not encoded again.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.signature: Signature | None = None
        self.expected: Signature | None = None
        self.migrated = False
        self._encoded: dict[str, dict[str, tuple[Row, str]]] = {}

    def is_changed(self) -> bool:
        """Whether the file is another one than was last read or written here."""
        try:
            return signature_of(self.path) != self.signature
        except OSError as error:
            raise CannotSave(self.path, error.strerror or str(error)) from error

    def read(self) -> Tables | None:
        """Fresh tables each time; None where there is no file. Damaged, NewerVersion."""
        found = read_regular(self.path)
        if found is None:
            self.signature = None
            return None
        data, signature = found
        tables, self.migrated = parse(data, self.path)
        self.signature = signature
        return tables

    def write(self, tables: Tables) -> None:
        """ChangedMeanwhile where `expected` is set and the file is another version by then."""
        data = self._bytes(tables)
        self.signature = write_atomically(self.path, data, expected=self.expected)

    def _bytes(self, tables: Tables) -> bytes:
        known, fresh = self._encoded, {}
        parts: list[str] = []
        for name, table in tables.items():
            before = known.get(name, {})
            rows = fresh[name] = {
                key: pair
                if (pair := before.get(key)) is not None and pair[0] is row
                else (row, f"{encode(key)}:{encode(row)}")
                for key, row in table.items()
            }
            body = ",\n".join([text for _, text in rows.values()])
            parts.append(f"{encode(name)}:{{{body}}}")
        self._encoded = fresh
        return ("{" + ",\n".join(parts) + "}\n").encode("ascii")
