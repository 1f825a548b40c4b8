"""Papers packed into one block of bytes, decoded one at a time as they are asked for.

Layout: the papers, one encoded row after the other; the offsets of the rows and a checksum
of each; the sorted keys (12 bytes each) and the position of the paper each belongs to; a JSON
footer that says where these are; its length, a checksum of all after the rows and a magic
word. Opening reads what comes after the rows: a fiftieth, and no paper.
"""

import json
import mmap
import struct
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, overload

from tui_reader.library.paper_codec import decode, encode
from tui_reader.papers import Paper
from tui_reader.papers.keys import KEY_LENGTH
from tui_reader.papers.steps import in_order

_TAIL = struct.Struct("<QI8s")
_MAGIC = b"papers-2"
_KEPT_DECODED = 2048

Data = bytes | mmap.mmap


class DamagedStore(Exception):
    """The bytes are not what `store_pieces` made."""


def store_pieces(papers: Iterable[Paper], extra: Mapping[str, Any]) -> Iterator[bytes]:
    """The bytes of a store with the papers in their order; `extra` is kept in the footer."""
    # Imported here: reading a store needs no hashes.
    import hashlib

    offsets, checks, digest = array("Q", [0]), array("I"), hashlib.sha256()
    keys, places = list[str](), array("I")
    for position, paper in enumerate(papers):
        row = encode(paper)
        yield row
        digest.update(row)
        checks.append(zlib.crc32(row))
        offsets.append(offsets[-1] + len(row))
        keys.extend(paper.aliases)
        places.extend([position] * len(paper.aliases))
    sorted_keys = array("I", in_order(range(len(keys)), keys.__getitem__))
    footer = {
        "papers": len(checks),
        "keys": len(keys),
        "rows": offsets[-1],
        "digest": digest.hexdigest(),
        "extra": extra,
    }
    data = json.dumps(footer).encode("ascii")
    tables = (
        offsets.tobytes(),
        checks.tobytes(),
        "".join(map(keys.__getitem__, sorted_keys)).encode("ascii"),
        array("I", map(places.__getitem__, sorted_keys)).tobytes(),
        data,
    )
    checksum = 0
    for table in tables:
        yield table
        checksum = zlib.crc32(table, checksum)
    yield _TAIL.pack(len(data), checksum, _MAGIC)


class PaperStore(Sequence[Paper]):
    """A read-only sequence of papers in the order they were written."""

    def __init__(self, data: Data, anew: Callable[[], Data] | None = None) -> None:
        """`anew` makes the same store again, for when a row is found damaged later.

        Raises DamagedStore.
        """
        self._data = data
        self._anew = anew
        try:
            length, checksum, magic = _TAIL.unpack(data[-_TAIL.size :])
            if magic != _MAGIC:
                raise DamagedStore("no papers-2 mark at its end")
            footer = json.loads(data[-_TAIL.size - length : -_TAIL.size])
            self._length: int = footer["papers"]
            keys, start = footer["keys"], footer["rows"]
            # Which papers in which order: what is kept beside them tells by it whether it fits.
            self.digest: str = footer["digest"]
            self.extra: dict[str, Any] = footer["extra"]
            with memoryview(data) as view, view[start : -_TAIL.size] as tables:
                if zlib.crc32(tables) != checksum:
                    raise DamagedStore("its checksum is another")
        except (struct.error, ValueError, KeyError, TypeError) as error:
            raise DamagedStore(str(error)) from error
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
                self._give_back()
            paper = self._decoded[position] = self._decode(position)
        return paper

    def __iter__(self) -> Iterator[Paper]:
        """A pass over all papers keeps none of them."""
        for position in range(self._length):
            if not position % _KEPT_DECODED:
                self._give_back()
            yield self._decode(position)

    def _give_back(self) -> None:
        """Let the system have the pages that were read: a pass over all papers, as the index
        makes, would else hold the whole file in memory."""
        if isinstance(self._data, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            self._data.madvise(mmap.MADV_DONTNEED)

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
