"""history/YYYY.jsonl: every change of a field there ever was, one line each, append-only.

A line past the state's `last_seq` was never part of a finished save; so was one whose seq
is not below that of the line after it. Both are passed over.
"""

import json
import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tui_reader.library.files.safe_files import Appended, append_lines
from tui_reader.library.tracker.state_file import encode
from tui_reader.library.tracker.steps import HistoryEntry
from tui_reader.library.tracker.values import is_count, is_time

BLOCK = 1 << 16
REQUIRED = ("seq", "step", "time", "origin", "key", "field", "old", "new")
OPTIONAL = ("label", "undoes", "redoes")


class History:
    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def files(self) -> list[Path]:
        """Oldest first; what stands there without being a file holds no lines."""
        return [path for path in self.places() if path.is_file()]

    def places(self) -> list[Path]:
        return sorted(self.directory.glob("[0-9][0-9][0-9][0-9].jsonl"))

    def append(self, entries: Iterable[HistoryEntry], now: int) -> Appended:
        """On disk when it returns."""
        year = datetime.fromtimestamp(now / 1000, UTC).year
        name = f"{year:04}.jsonl"
        newest = self.files()[-1:]
        path = max([self.directory / name, *newest], key=lambda file: file.name)
        return append_lines(path, [line_of(entry) for entry in entries])

    def newest_first(self, last_seq: int) -> Iterator[HistoryEntry]:
        bound = last_seq
        for path in reversed(self.files()):
            for line in lines_backwards(path):
                entry = entry_of(line)
                if entry is not None and entry.seq <= bound:
                    bound = entry.seq - 1
                    yield entry


def line_of(entry: HistoryEntry) -> bytes:
    fields = dict(zip(REQUIRED, entry, strict=False))
    fields |= {name: value for name in OPTIONAL if (value := getattr(entry, name))}
    return encode(fields).encode("ascii")


def entry_of(line: bytes) -> HistoryEntry | None:
    """None for a torn or foreign line."""
    try:
        found: Any = json.loads(line)
        entry = HistoryEntry(
            **{name: found[name] for name in REQUIRED},
            **{name: found[name] for name in OPTIONAL if name in found},
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    numbers = (entry.seq, entry.step, entry.undoes, entry.redoes)
    texts = (entry.origin, entry.key, entry.field, entry.label)
    whole = all(map(is_count, numbers)) and all(type(t) is str for t in texts)
    return entry if whole and is_time(entry.time) else None


def lines_backwards(path: Path) -> Iterator[bytes]:
    """The lines of a file, last one first, read in blocks from its end."""
    with path.open("rb") as file:
        position = file.seek(0, os.SEEK_END)
        pieces: list[bytes] = []
        while position:
            start = max(position - BLOCK, 0)
            file.seek(start)
            block = file.read(position - start)
            position = start
            first, *lines = block.split(b"\n")
            if lines:
                yield from filter(None, [b"".join((lines[-1], *reversed(pieces)))])
                yield from filter(None, reversed(lines[:-1]))
                pieces = [first]
            else:
                pieces.append(first)
        yield from filter(None, [b"".join(reversed(pieces))])
