"""Papers packed into one block of bytes, decoded one at a time as they are asked for.

Layout: the papers, one encoded row after the other; the offsets of the rows; the
sorted keys (12 bytes each) and the position of the paper each belongs to; a JSON
footer that says where these are; the footer's length and a magic word. Opening
reads the footer only, so it costs the same for a hundred papers and a million.
"""

import json
import mmap
import struct
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, BinaryIO, overload

from tui_reader.library.paper_codec import decode, encode
from tui_reader.papers import Paper
from tui_reader.papers.keys import KEY_LENGTH

_TAIL = struct.Struct("<Q8s")
_MAGIC = b"papers-1"
_KEPT_DECODED = 2048


class DamagedStore(Exception):
    """The bytes are not what `write_store` wrote."""


def write_store(file: BinaryIO, papers: Iterable[Paper], extra: Mapping[str, Any]) -> None:
    """Append the papers in their order; `extra` is kept in the footer."""
    # Imported here: reading a store needs no hashes.
    import hashlib

    offsets, digest = array("Q", [0]), hashlib.sha256()
    keys: list[tuple[str, int]] = []
    for position, paper in enumerate(papers):
        row = encode(paper)
        file.write(row)
        digest.update(row)
        offsets.append(offsets[-1] + len(row))
        keys.extend((alias, position) for alias in paper.aliases)
    keys.sort()
    file.write(offsets.tobytes())
    file.write("".join(key for key, _ in keys).encode("ascii"))
    file.write(array("I", [position for _, position in keys]).tobytes())
    footer = {
        "papers": len(offsets) - 1,
        "keys": len(keys),
        "rows": offsets[-1],
        "digest": digest.hexdigest(),
        "extra": extra,
    }
    data = json.dumps(footer).encode("ascii")
    file.write(data + _TAIL.pack(len(data), _MAGIC))


class PaperStore(Sequence[Paper]):
    """A read-only sequence of papers in the order they were written."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """`data` is bytes or a memory map. Raises DamagedStore."""
        self._data = data
        try:
            length, magic = _TAIL.unpack(data[-_TAIL.size :])
            if magic != _MAGIC:
                raise DamagedStore("no papers-1 mark at its end")
            footer = json.loads(data[-_TAIL.size - length : -_TAIL.size])
            self._length: int = footer["papers"]
            keys, start = footer["keys"], footer["rows"]
            # Which papers in which order: what is kept beside them tells by it whether it fits.
            self.digest: str = footer["digest"]
            self.extra: dict[str, Any] = footer["extra"]
        except (struct.error, ValueError, KeyError, TypeError) as error:
            raise DamagedStore(str(error)) from error
        ends = [start, 8 * (self._length + 1), KEY_LENGTH * keys, 4 * keys, length + _TAIL.size]
        if sum(ends) != len(data):
            raise DamagedStore(f"{len(data)} bytes long, not {sum(ends)}")
        self._offsets = array("Q", data[start : start + ends[1]])
        start += ends[1]
        self._keys: bytes = data[start : start + ends[2]]
        self._positions = array("I", data[start + ends[2] : start + ends[2] + ends[3]])
        self._decoded: dict[int, Paper] = {}
        self._first_keys: array[int] | None = None

    def __len__(self) -> int:
        return self._length

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

    def _give_back(self) -> None:
        """Let the system have the pages that were read: a pass over all papers, as the index
        makes, would else hold the whole file in memory."""
        if isinstance(self._data, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            self._data.madvise(mmap.MADV_DONTNEED)

    def _decode(self, position: int) -> Paper:
        try:
            return decode(self._data[self._offsets[position] : self._offsets[position + 1]])
        except (ValueError, TypeError, IndexError) as error:
            raise DamagedStore(f"row {position}: {error}") from error

    def _key(self, i: int) -> str:
        return self._keys[i * KEY_LENGTH : (i + 1) * KEY_LENGTH].decode("ascii")

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
