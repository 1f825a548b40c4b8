"""Parts of a search index packed into a file, and the file given back to the system."""

import mmap
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from tui_reader.search.parts import Parts, Piece, Pieces

_ALIGNED = 8
# Pages of the file held at a time while it is checked.
_STEP = 1 << 22

Data = bytes | mmap.mmap
Places = Mapping[str, Sequence[int]]
"""Where each part starts, and its length."""


class Packing:
    """Yields parts one after the other, aligned in the file; afterwards tells their places."""

    def __init__(self, start: int = 0) -> None:
        self.places: dict[str, tuple[int, int]] = {}
        self.end = start
        self.checksum = 0

    def pieces(self, pieces: Pieces) -> Iterator[Piece]:
        for name, same in groupby(pieces, itemgetter(0)):
            yield self._next(bytes(-self.end % _ALIGNED))
            start = self.end
            for _, piece in same:
                yield self._next(piece)
            self.places[name] = start, self.end - start

    def _next(self, piece: Piece) -> Piece:
        self.end += len(piece)
        self.checksum = zlib.crc32(piece, self.checksum)
        return piece


def unpacked(data: Data, places: Places) -> Parts:
    view = memoryview(data)
    return {name: view[start : start + length] for name, (start, length) in places.items()}


def checksum_of(data: Data, start: int, end: int) -> int:
    """Read in steps, whose pages are given back: the file may be larger than what is needed."""
    checksum = 0
    with memoryview(data) as view:
        for at in range(start, end, _STEP):
            checksum = zlib.crc32(view[at : min(at + _STEP, end)], checksum)
            give_back(data)
    return checksum


def give_back(data: Data) -> None:
    """Let the system have the pages that were read; they come again when asked for."""
    if isinstance(data, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
        data.madvise(mmap.MADV_DONTNEED)
