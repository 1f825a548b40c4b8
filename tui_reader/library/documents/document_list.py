"""`documents.json`: which documents a library has, a copy of it, and putting that back."""

import contextlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from tui_reader.library.documents.document_files import ID_LENGTH
from tui_reader.library.errors import CannotSave, Damaged, NewerVersion
from tui_reader.library.files.safe_files import Signature, read_regular, write_atomically

SCHEMA = 1


class Entry(NamedTuple):
    """One document as `documents.json` lists it; times are UTC milliseconds, `as_of` is ISO.

    `path` is empty for pasted text; a removed document keeps its bytes, a purged one does not.
    `former` pairs keys of its records with those they had in older versions of the document.
    """

    id: str
    name: str
    as_of: str
    imported_at: int
    path: str = ""
    format: str = ""
    removed_at: int | None = None
    purged: bool = False
    seed: bool = False
    former: tuple[tuple[str, str], ...] = ()

    @property
    def present(self) -> bool:
        return self.removed_at is None


class DocumentList:
    """The file, and in `backups/` a copy of what was last written to it."""

    def __init__(self, directory: Path) -> None:
        self.path = directory / "documents.json"
        self.copy = directory / "backups" / "documents.json"
        self._files = directory / "documents"

    def load(self) -> tuple[dict[str, Entry], Signature | None]:
        """By id, in the order they were first imported, and which version of the file that is.

        Raises Damaged, also where the file is gone though there is a copy; NewerVersion.
        """
        found = read_regular(self.path)
        if found is not None:
            return parsed(self.path, found[0]), found[1]
        if self.copy.exists():
            raise Damaged(self.path, "it is gone, though there were documents")
        return {}, None

    def save(self, entries: Mapping[str, Entry]) -> Signature:
        """The list is saved though its copy may fail; `is_copied` tells."""
        data = _encoded(entries)
        signature = write_atomically(self.path, data)
        with contextlib.suppress(CannotSave):
            write_atomically(self.copy, data)
        return signature

    def is_copied(self) -> bool:
        """Damaged where something else stands in the place of the copy."""
        found, copy = read_regular(self.path), read_regular(self.copy)
        return found is None or (copy is not None and copy[0] == found[0])

    def put_back(self, now: int) -> None:
        """Keep what stands there under a dated name; write the copy, and what the folders tell."""
        if (found := read_regular(self.path)) is not None:
            stamp = datetime.fromtimestamp(now / 1000, UTC).strftime("%Y%m%dT%H%M%S")
            write_atomically(self.copy.with_name(f"damaged-documents-{stamp}.json"), found[0])
        entries = self._from_copy()
        # What came in after the copy was made has its folder.
        for id_, entry in self._from_folders().items():
            entries.setdefault(id_, entry)
        self.save(entries)

    def _from_copy(self) -> dict[str, Entry]:
        try:
            found = read_regular(self.copy)
            return parsed(self.copy, found[0]) if found else {}
        except Damaged:
            return {}

    def _from_folders(self) -> dict[str, Entry]:
        """The kept bytes tell names and times, though not what was removed."""
        entries = {}
        for folder in self._folders():
            for file in sorted(folder.iterdir())[:1]:
                time = int(file.stat().st_mtime * 1000)
                as_of = datetime.fromtimestamp(time / 1000, UTC).date().isoformat()
                entry = Entry(id=folder.name, name=file.name, as_of=as_of, imported_at=time)
                entries[entry.id] = entry
        return entries

    def _folders(self) -> list[Path]:
        if not self._files.is_dir():
            return []
        return [path for path in sorted(self._files.iterdir()) if len(path.name) == ID_LENGTH]


def _encoded(entries: Mapping[str, Entry]) -> bytes:
    rows = [entry._asdict() for entry in entries.values()]
    return json.dumps({"schema": SCHEMA, "documents": rows}, indent=1).encode("ascii")


def parsed(path: Path, data: bytes) -> dict[str, Entry]:
    """Raises Damaged, NewerVersion."""
    try:
        content = json.loads(data)
        if content["schema"] > SCHEMA:
            raise NewerVersion(path, content["schema"], SCHEMA)
        entries = [
            _checked(Entry(**{name: value for name, value in row.items() if name in Entry._fields}))
            for row in content["documents"]
        ]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Damaged(path, str(error)) from error
    return {entry.id: entry for entry in entries}


def _checked(entry: Entry) -> Entry:
    date.fromisoformat(entry.as_of)
    texts = (entry.id, entry.name, entry.path, entry.format)
    times = (entry.imported_at, entry.removed_at or 0)
    if not all(isinstance(text, str) for text in texts) or not entry.id.isalnum():
        raise ValueError("an entry that no import wrote")
    if not all(isinstance(time, int) and time >= 0 for time in times):
        raise ValueError("a time that is none")
    return entry._replace(former=tuple((str(key), str(older)) for key, older in entry.former))
