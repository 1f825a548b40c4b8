"""The bytes of documents as imported: `documents/<first 12 of SHA-256>/<name>`."""

import shutil
from pathlib import Path

from tui_reader.library.files.safe_files import write_atomically
from tui_reader.library.files.safe_names import safe_name

ID_LENGTH = 12


def document_id(data: bytes) -> str:
    # Imported here: only what comes in needs a new id.
    import hashlib

    return hashlib.sha256(data).hexdigest()[:ID_LENGTH]


class DocumentFiles:
    """On disk below `directory`, or in memory when there is none."""

    def __init__(self, directory: Path | None) -> None:
        self._directory = directory
        self._memory: dict[str, bytes] = {}

    def path(self, id_: str, name: str) -> Path | None:
        return self._directory / id_ / safe_name(name) if self._directory else None

    def write(self, id_: str, name: str, data: bytes) -> None:
        path = self.path(id_, name)
        if path is None:
            self._memory[id_] = data
        elif not (path.is_file() and path.stat().st_size == len(data)):
            write_atomically(path, data)

    def size(self, id_: str, name: str) -> int:
        """0 where the bytes are gone."""
        path = self.path(id_, name)
        if path is None:
            return len(self._memory.get(id_, b""))
        try:
            return path.stat().st_size
        except OSError:
            return 0

    def read(self, id_: str, name: str) -> bytes:
        """Raises OSError where the bytes are gone."""
        path = self.path(id_, name)
        if path is not None:
            return path.read_bytes()
        if id_ not in self._memory:
            raise FileNotFoundError(name)
        return self._memory[id_]

    def delete(self, id_: str) -> None:
        self._memory.pop(id_, None)
        if self._directory is not None and (self._directory / id_).is_dir():
            shutil.rmtree(self._directory / id_)
