"""Parts of the search index on disk, each file checked whole before it is used.

Layout: the parts, one after the other; a JSON footer that says where each is, what made
them and of which papers; the length of the footer, a checksum of all before it, a magic word.
"""

import json
import mmap
import struct
import zlib
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from tui_reader.library.errors import CannotSave
from tui_reader.library.files.opening import mapped
from tui_reader.library.files.safe_files import write_atomically
from tui_reader.search.parts import Parts, Piece, Pieces

_TAIL = struct.Struct("<QI8s")
_MAGIC = b"index--2"
_ALIGNED = 8
# Pages of the file held at a time while it is checked.
_STEP = 1 << 22


class IndexFile(NamedTuple):
    """Deleting it loses nothing. `made_by` tells who made the parts, `papers` of which papers."""

    path: Path
    made_by: str
    papers: str

    def keep(self, pieces: Pieces) -> bool:
        """Where that cannot be, the parts are only made anew at the next start."""
        try:
            write_atomically(self.path, _bytes(pieces, self.made_by, self.papers))
        except CannotSave:
            return False
        return True

    def load(self) -> Parts | None:
        """None where there are none, or they are damaged or made of anything else."""
        return self._load(self.papers)

    def load_before(self) -> Parts | None:
        """Those of whatever papers they were last made."""
        return self._load(None)

    def _load(self, papers: str | None) -> Parts | None:
        try:
            data = mapped(self.path)
            footer = _footer(data)
            fits = footer["made_by"] == self.made_by and papers in (None, footer["papers"])
            places = footer["parts"] if fits else None
        except (OSError, ValueError, KeyError, TypeError, struct.error):
            return None
        if places is None or not _is_whole(data):
            return None
        view = memoryview(data)
        return {name: view[start : start + length] for name, (start, length) in places.items()}


def _bytes(pieces: Pieces, made_by: str, papers: str) -> Iterator[Piece]:
    places, size, checksum = {}, 0, 0
    for name, same in groupby(pieces, itemgetter(0)):
        start = size
        for _, piece in same:
            size += len(piece)
            checksum = zlib.crc32(piece, checksum)
            yield piece
        places[name] = start, size - start
        padding = bytes(-size % _ALIGNED)
        size += len(padding)
        checksum = zlib.crc32(padding, checksum)
        yield padding
    told = {"made_by": made_by, "papers": papers, "parts": places}
    footer = json.dumps(told).encode("ascii")
    yield footer
    yield _TAIL.pack(len(footer), zlib.crc32(footer, checksum), _MAGIC)


def _footer(data: mmap.mmap) -> dict[str, Any]:
    length, _, magic = _TAIL.unpack(data[-_TAIL.size :])
    if magic != _MAGIC:
        raise ValueError("no index")
    footer: dict[str, Any] = json.loads(data[-_TAIL.size - length : -_TAIL.size])
    return footer


def _is_whole(data: mmap.mmap) -> bool:
    """Read in steps, whose pages are given back: the file may be larger than what is needed."""
    checksum, end = 0, len(data) - _TAIL.size
    with memoryview(data) as view:
        for start in range(0, end, _STEP):
            checksum = zlib.crc32(view[start : min(start + _STEP, end)], checksum)
            give_back(data)
    return bool(_TAIL.unpack(data[end:])[1] == checksum)


def give_back(data: mmap.mmap) -> None:
    """Let the system have the pages that were read; they come again when asked for."""
    if hasattr(mmap, "MADV_DONTNEED"):
        data.madvise(mmap.MADV_DONTNEED)
