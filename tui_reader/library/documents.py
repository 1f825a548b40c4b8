"""The documents of a library: which there are, their bytes, and what replaced what."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from pathlib import Path

from tui_reader.importers.document import Document
from tui_reader.library.document_files import DocumentFiles
from tui_reader.library.errors import Damaged
from tui_reader.library.locks import locked
from tui_reader.library.safe_files import Signature, read_regular, signature_of, write_atomically

SCHEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One document as `documents.json` lists it; times are UTC milliseconds, `as_of` is ISO.

    `path` is empty for pasted text; a removed document keeps its bytes, a purged one does not.
    """

    id: str
    name: str
    path: str = ""
    format: str = ""
    as_of: str
    imported_at: int
    removed_at: int | None = None
    purged: bool = False
    seed: bool = False

    @property
    def present(self) -> bool:
        return self.removed_at is None


Entries = Mapping[str, Entry]


class Documents:
    """`documents.json` and the bytes beside it, in memory when `directory` is None.

    Every change reads the list anew under a lock, so several processes may import at once.
    """

    def __init__(self, directory: Path | None) -> None:
        self._list = directory / "documents.json" if directory else None
        self.files = DocumentFiles(directory / "documents" if directory else None)
        self._memory: dict[str, Entry] = {}
        self._seen: Signature | None = None

    @property
    def exists(self) -> bool:
        """Whether the list was ever written."""
        return self._list is not None and self._list.exists()

    def entries(self) -> dict[str, Entry]:
        """All documents by id in the order they were first imported. Raises Damaged."""
        if self._list is None:
            return dict(self._memory)
        found = read_regular(self._list)
        self._seen = found[1] if found else None
        return _parse(self._list, found[0]) if found else {}

    def changed(self) -> bool:
        """Whether another process has written the list since it was last read here."""
        return self._list is not None and signature_of(self._list) != self._seen

    def read(self, entry: Entry) -> Document:
        """The document with its bytes. Raises OSError where they are gone."""
        return Document(
            name=entry.name,
            data=self.files.read(entry.id, entry.name),
            as_of=date.fromisoformat(entry.as_of),
            id=entry.id,
            path=entry.path,
        )

    def add(self, entry: Entry, data: bytes) -> None:
        """Keep the bytes, then list them; a newer version of a path hides the older one."""
        self.files.write(entry.id, entry.name, data)

        def change(entries: dict[str, Entry]) -> None:
            for other in entries.values():
                if entry.path and other.path == entry.path and other.present:
                    entries[other.id] = replace(other, removed_at=entry.imported_at)
            entries[entry.id] = entry

        self._change(change)

    def remove(self, id_: str, now: int) -> None:
        self._change(lambda entries: _update(entries, id_, now))

    def restore(self, id_: str) -> None:
        self._change(lambda entries: _update(entries, id_, None))

    def purge(self, id_: str, now: int) -> None:
        """Hide the document for good and delete its bytes."""
        self._change(lambda entries: _update(entries, id_, now, purged=True))
        self.files.delete(id_)

    def create(self) -> None:
        """Write the list if there is none, so that a library without samples exists too."""
        self._change(lambda entries: None)

    def _change(self, change: Callable[[dict[str, Entry]], None]) -> None:
        if self._list is None:
            change(self._memory)
            return
        with locked(self._list.with_suffix(".lock")):
            entries = self.entries()
            change(entries)
            rows = [asdict(entry) for entry in entries.values()]
            text = json.dumps({"schema": SCHEMA, "documents": rows}, indent=1)
            self._seen = write_atomically(self._list, text.encode("ascii"))


def _update(
    entries: dict[str, Entry], id_: str, removed_at: int | None, purged: bool = False
) -> None:
    entries[id_] = replace(entries[id_], removed_at=removed_at, purged=purged)


def _parse(path: Path, data: bytes) -> dict[str, Entry]:
    known = {field.name for field in fields(Entry)}
    try:
        rows = json.loads(data)["documents"]
        entries = [Entry(**{k: v for k, v in row.items() if k in known}) for row in rows]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Damaged(path, str(error)) from error
    return {entry.id: entry for entry in entries}
