"""reading.json as a file of checked tables that cannot be torn."""

import json
import zlib
from pathlib import Path

from tui_reader.library.errors import CannotSave
from tui_reader.library.files.safe_files import (
    Signature,
    read_regular,
    signature_of,
    write_atomically,
)
from tui_reader.library.tracker.cells import META, Row, Tables
from tui_reader.library.tracker.schema import parse

encode = json.JSONEncoder(separators=(",", ":"), allow_nan=False, check_circular=False).encode


# A row of meta: a sum over all lines but the first, its own.
FILE = "file"
SUM = "sum"

# Table -> row key -> the row, and its line in the file without the comma.
Lines = dict[str, dict[str, tuple[Row, str]]]


class StateFile:
    """Reads checked tables, writes atomically, and knows whether others wrote meanwhile.

    A row that was read or written before and has not been replaced is not encoded again.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.signature: Signature | None = None
        self.expected: Signature | None = None
        self.migrated = False
        self._lines: Lines = {}
        self._unsplit: tuple[bytes, Tables] | None = None

    def is_changed(self) -> bool:
        """Whether the file is another one than was last read or written here."""
        try:
            return signature_of(self.path) != self.signature
        except OSError as error:
            raise CannotSave(self.path, error.strerror or str(error)) from error

    def read(self) -> Tables | None:
        """Fresh tables each time; None where there is no file. Damaged, NewerVersion."""
        found = self._read()
        return found[1] if found else None

    def read_shared(self) -> Tables | None:
        """The same for who never changes a row in place: the next write takes its bytes over."""
        self._unsplit = self._read()
        return self._unsplit[1] if self._unsplit else None

    def _read(self) -> tuple[bytes, Tables] | None:
        found = read_regular(self.path)
        if found is None:
            self.signature = None
            return None
        data, signature = found
        tables, self.migrated = parse(data, self.path)
        self.signature = signature
        return data, tables

    def write(self, tables: Tables) -> None:
        """ChangedMeanwhile where `expected` is set and the file is another version by then."""
        data = self._bytes(tables)
        self.signature = write_atomically(self.path, data, expected=self.expected)

    def _bytes(self, tables: Tables) -> bytes:
        if self._unsplit:
            self._lines, self._unsplit = split(*self._unsplit), None
        known, fresh = self._lines, Lines()
        parts: list[str] = []
        for name, table in tables.items():
            if name == META:
                continue
            before = known.get(name, {})
            rows = fresh[name] = {
                key: pair
                if (pair := before.get(key)) is not None and pair[0] is row
                else (row, f"{encode(key)}:{encode(row)}")
                for key, row in table.items()
            }
            body = ",\n".join(["", *[text for _, text in rows.values()]])[1:]
            parts.append(f"{encode(name)}:{{{body}\n}}")
        self._lines = fresh
        rest = (",\n".join(parts) + "}\n").encode("ascii")
        line_end = ",\n" if parts else ""
        return _meta(tables.get(META, {}), rest) + line_end.encode("ascii") + rest


def _meta(meta: dict[str, Row], rest: bytes) -> bytes:
    rows = {**meta, FILE: {SUM: zlib.crc32(rest)}}
    return f"{{{encode(META)}:{encode(rows)}".encode("ascii")


def split(data: bytes, tables: Tables) -> Lines:
    """The lines that the rows were read from; none where another program wrote the file."""
    _, _, rest = data.partition(b"\n")
    if tables[META].get(FILE) != {SUM: zlib.crc32(rest)}:
        return {}
    lines = iter(rest.decode("ascii").split("\n"))
    found = Lines()
    for name, table in tables.items():
        if name == META:
            continue
        if next(lines) != f"{encode(name)}:{{":
            return {}
        found[name] = {
            key: (row, line.removesuffix(","))
            for (key, row), line in zip(table.items(), lines, strict=False)
        }
        next(lines)
    return found
