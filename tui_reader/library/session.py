"""Where the reader was: cursor, filter, sort, layout, recent queries. Damage is ignored."""

import json
from pathlib import Path
from typing import Any

from tui_reader.library.errors import CannotSave, Damaged
from tui_reader.library.files.safe_files import read_regular, write_atomically


class Session:
    """A small JSON object; nothing in it is worth an error."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._written: dict[str, Any] = {}

    def load(self) -> dict[str, Any]:
        """What was saved last, empty if that cannot be read."""
        if self._path is None:
            return {}
        try:
            found = read_regular(self._path)
            values = json.loads(found[0]) if found else {}
        except (Damaged, ValueError, RecursionError):
            return {}
        self._written = values if isinstance(values, dict) else {}
        return dict(self._written)

    def save(self, values: dict[str, Any]) -> None:
        """Write the values if they differ from what is on disk."""
        if self._path is None or values == self._written:
            return
        try:
            write_atomically(self._path, json.dumps(values).encode("ascii"))
        except CannotSave:
            return
        self._written = dict(values)
