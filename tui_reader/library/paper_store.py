"""Papers packed into one block of bytes (`paper_packing`), decoded one at a time as asked for.

Layout: the papers, one encoded row after the other; the parts of an index by which titles and
authors are searched; the offsets of the rows and a checksum of each; the sorted keys (12 bytes
each) and the position of the paper each belongs to; a JSON footer that says where these are;
its length, a checksum of all after the parts and a magic word. Opening reads what comes after
the parts: a fiftieth, and no paper.
"""

import json
import struct
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, overload

from tui_reader.library.packed_parts import Data, checksum_of, give_back, unpacked
from tui_reader.library.paper_codec import decode
from tui_reader.papers import Paper
from tui_reader.papers.keys import KEY_LENGTH
from tui_reader.search.parts import Parts

TAIL = struct.Struct("<QI8s")
MAGIC = b"papers-3"
_KEPT_DECODED = 2048
# Bytes looked through at a time: in less than a millisecond.
_BLOCK = 1 << 19


class DamagedStore(Exception):
    """The bytes are not what `packed_papers` made."""


class PaperStore(Sequence[Paper]):
    """A read-only sequence of papers in the order they were written."""

    def __init__(self, data: Data, anew: Callable[[], Data] | None = None) -> None:
        """`anew` makes the same store again, for when a row is found damaged later.

        Raises DamagedStore.
        """
        self._data = data
        self._anew = anew
        try:
            length, checksum, magic = TAIL.unpack(data[-TAIL.size :])
            if magic != MAGIC:
                raise DamagedStore("no papers-3 mark at its end")
            footer = json.loads(data[-TAIL.size - length : -TAIL.size])
            self._length: int = footer["papers"]
            keys, start = footer["keys"], footer["tables"]
            self._rows_end: int = footer["rows"]
            self._titles: dict[str, Any] = footer["titles"]
            # Which papers in which order: what is kept beside them tells by it whether it fits.
            self.digest: str = footer["digest"]
            self.extra: dict[str, Any] = footer["extra"]
            with memoryview(data) as view, view[start : -TAIL.size] as tables:
                if zlib.crc32(tables) != checksum:
                    raise DamagedStore("its checksum is another")
        except (struct.error, ValueError, KeyError, TypeError) as error:
            raise DamagedStore(str(error)) from error
        self._tables_start = start
        ends = [start]
        for size in (8 * (self._length + 1), 4 * self._length, KEY_LENGTH * keys, 4 * keys):
            ends.append(ends[-1] + size)
        self._offsets = array("Q", data[ends[0] : ends[1]])
        self._checks = array("I", data[ends[1] : ends[2]])
        self._keys: bytes = data[ends[2] : ends[3]]
        self._positions = array("I", data[ends[3] : ends[4]])
        self._decoded: dict[int, Paper] = {}
        self._first_keys: array[int] | None = None

    def __len__(self) -> int:
        return self._length

    @property
    def data(self) -> Data:
        return self._data

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self._data)

    @overload
    def __getitem__(self, index: int) -> Paper: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Paper]: ...
    def __getitem__(self, index: int | slice) -> Paper | Sequence[Paper]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self._length))]
        position = index + self._length if index < 0 else index
        if not 0 <= position < self._length:
            raise IndexError(index)
        paper = self._decoded.get(position)
        if paper is None:
            if len(self._decoded) >= _KEPT_DECODED:
                self._decoded.clear()
                give_back(self._data)
            paper = self._decoded[position] = self._decode(position)
        return paper

    def __iter__(self) -> Iterator[Paper]:
        """A pass over all papers keeps none of them."""
        for position in range(self._length):
            if not position % _KEPT_DECODED:
                # A pass over all papers would else hold the whole file in memory.
                give_back(self._data)
            yield self._decode(position)

    def titles(self, made_by: str) -> Parts | None:
        """What titles and authors are searched by, if it was made by this; made again like a row
        where it is damaged."""
        told = self._titles
        if told["made_by"] != made_by:
            return None
        if self._checksum_of_titles() != told["checksum"]:
            self._mended()
            if self._checksum_of_titles() != told["checksum"]:
                return None
        return unpacked(self._data, told["parts"])

    def _checksum_of_titles(self) -> int:
        return checksum_of(self._data, self._rows_end, self._tables_start)

    def holding(self, text: str, check: Callable[[], None]) -> Iterator[int]:
        """Positions of the papers whose bytes hold this lower-case text in letters of either
        case; `check` is called between blocks, and may raise."""
        sought, offsets, first = text.encode("utf-8", "surrogatepass"), self._offsets, 0
        while first < self._length:
            check()
            start = offsets[first]
            end = max(first + 1, bisect_right(offsets, start + _BLOCK) - 1)
            block = self._data[start : offsets[end]].lower()
            place = block.find(sought)
            while place >= 0:
                position = bisect_right(offsets, start + place, first, end) - 1
                yield position
                place = block.find(sought, offsets[position + 1] - start)
            first = end
        give_back(self._data)

    def _decode(self, position: int) -> Paper:
        return decode(self._row(position))

    def _row(self, position: int) -> bytes:
        start, end = self._offsets[position], self._offsets[position + 1]
        row = self._data[start:end]
        if zlib.crc32(row) != self._checks[position]:
            row = self._mended()[start:end]
            if zlib.crc32(row) != self._checks[position]:
                raise DamagedStore(f"row {position}: its checksum is another")
        return row

    def _mended(self) -> Data:
        if self._anew is not None:
            self._data = self._anew()
        return self._data

    def _key(self, i: int) -> str:
        return self._keys[i * KEY_LENGTH : (i + 1) * KEY_LENGTH].decode("ascii")

    def placed_keys(self) -> Iterator[tuple[str, int]]:
        """Every key of a record in order, and where the paper it belongs to is."""
        keys = self._keys.decode("ascii")
        starts = range(0, len(keys), KEY_LENGTH)
        return zip((keys[at : at + KEY_LENGTH] for at in starts), self._positions, strict=True)

    def position(self, key: str) -> int | None:
        """Where the paper with this key of one of its records is."""
        i = bisect_left(range(len(self._positions)), key, key=self._key)
        found = i < len(self._positions) and self._key(i) == key
        return self._positions[i] if found else None

    def id_of(self, position: int) -> str:
        """The id of the paper there, the smallest of its keys, without decoding it."""
        return self._key(self._first[position])

    def ids_of(self, positions: Iterable[int]) -> list[str]:
        """The ids of the papers there: of all of them in a moment."""
        keys, length = self._keys.decode("ascii"), KEY_LENGTH
        return [
            keys[i * length : (i + 1) * length] for i in map(self._first.__getitem__, positions)
        ]

    @property
    def _first(self) -> "array[int]":
        """Of each paper, which of all keys is its first."""
        if self._first_keys is None:
            first = array("I", bytes(4 * self._length))
            for i in range(len(self._positions) - 1, -1, -1):
                first[self._positions[i]] = i
            self._first_keys = first
        return self._first_keys

    def with_prefix(self, prefix: str) -> list[int]:
        """Positions of the papers with a key that starts so, each once."""
        first = bisect_left(range(len(self._positions)), prefix, key=self._key)
        last = bisect_left(range(len(self._positions)), prefix + "~", key=self._key)
        return sorted(set(self._positions[first:last]))
