"""The documents of a library: which there are, their bytes, and what replaced what."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from tui_reader.importers.document import Document
from tui_reader.library.documents.document_files import DocumentFiles
from tui_reader.library.documents.document_list import DocumentList, Entry
from tui_reader.library.files.locks import locked
from tui_reader.library.files.safe_files import Signature, signature_of


class Documents:
    """`documents.json` and the bytes beside it, in memory when `directory` is None.

    Every change reads the list anew under a lock, so several processes may import at once.
    """

    def __init__(self, directory: Path | None) -> None:
        self._list = DocumentList(directory) if directory else None
        self.files = DocumentFiles(directory / "documents" if directory else None)
        self._memory: dict[str, Entry] = {}
        self._seen: Signature | None = None

    @property
    def exists(self) -> bool:
        """Whether the list was ever written."""
        return bool(self._list and (self._list.path.exists() or self.entries()))

    def entries(self) -> dict[str, Entry]:
        """All documents by id in the order they were first imported. Raises Damaged."""
        if self._list is None:
            return dict(self._memory)
        entries, self._seen = self._list.load()
        return entries

    def changed(self) -> bool:
        """Whether another process has written the list since it was last read here."""
        return self._list is not None and signature_of(self._list.path) != self._seen

    def changed_at(self) -> int:
        """When the list was last written, in UTC milliseconds."""
        found = self._list and signature_of(self._list.path)
        return found[1] // 1_000_000 if found else 0

    def size(self, entries: Iterable[Entry]) -> int:
        """Of their bytes, as far as these are there."""
        return sum(self.files.size(entry.id, entry.name) for entry in entries)

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
                    entries[other.id] = other._replace(removed_at=entry.imported_at)
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

    def create(self, documents: Mapping[Entry, bytes]) -> None:
        """Write the list with its first documents at once, though there may be none."""
        for entry, data in documents.items():
            self.files.write(entry.id, entry.name, data)
        self._change(lambda entries: entries.update({entry.id: entry for entry in documents}))

    def _change(self, change: Callable[[dict[str, Entry]], None]) -> None:
        if self._list is None:
            change(self._memory)
            return
        with locked(self._list.path.with_suffix(".lock")):
            entries = self.entries()
            change(entries)
            self._seen = self._list.save(entries)


def _update(
    entries: dict[str, Entry], id_: str, removed_at: int | None, purged: bool = False
) -> None:
    entries[id_] = entries[id_]._replace(removed_at=removed_at, purged=purged)
