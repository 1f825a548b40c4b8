"""Where the reader was: cursor, filter, sort, layout, recent queries. Damage is ignored."""

import json
from pathlib import Path
from typing import Any

from tui_reader.library.errors import CannotSave
from tui_reader.library.files.safe_files import write_atomically


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
            values = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
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
