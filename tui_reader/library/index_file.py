"""Parts of the search index on disk, each file checked whole before it is used.

Layout: the parts, one after the other; a JSON footer that says where each is, what made
them and of which papers; the length of the footer, a checksum of all before it, a magic word.
"""

import json
import mmap
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tui_reader.library.errors import CannotSave
from tui_reader.library.files.opening import mapped
from tui_reader.library.files.safe_files import write_atomically
from tui_reader.library.packed_parts import Packing, checksum_of, unpacked
from tui_reader.search.parts import Parts, Piece, Pieces

_TAIL = struct.Struct("<QI8s")
_MAGIC = b"index--2"


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
        return None if places is None or not _is_whole(data) else unpacked(data, places)


def _bytes(pieces: Pieces, made_by: str, papers: str) -> Iterator[Piece]:
    packing = Packing()
    yield from packing.pieces(pieces)
    told = {"made_by": made_by, "papers": papers, "parts": packing.places}
    footer = json.dumps(told).encode("ascii")
    yield footer
    yield _TAIL.pack(len(footer), zlib.crc32(footer, packing.checksum), _MAGIC)


def _footer(data: mmap.mmap) -> dict[str, Any]:
    length, _, magic = _TAIL.unpack(data[-_TAIL.size :])
    if magic != _MAGIC:
        raise ValueError("no index")
    footer: dict[str, Any] = json.loads(data[-_TAIL.size - length : -_TAIL.size])
    return footer


def _is_whole(data: mmap.mmap) -> bool:
    end = len(data) - _TAIL.size
    return bool(_TAIL.unpack(data[end:])[1] == checksum_of(data, 0, end))
