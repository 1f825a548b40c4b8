"""What an index is made of: named runs of bytes, which may lie in a file or in memory."""

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Parts = Mapping[str, memoryview]
Piece = bytes | bytearray | memoryview
Raw = Mapping[str, Piece]
# Of parts, one after the other, with the name of the part it belongs to.
Pieces = Iterable[tuple[str, Piece]]
_ERRORS = "surrogatepass"


def from_lines(lines: Iterable[str]) -> bytes:
    """Texts without line ends, one to a line."""
    return "\n".join(lines).encode("utf-8", _ERRORS)


def to_lines(part: memoryview) -> list[str]:
    text = to_text(part)
    return text.split("\n") if text else []


def to_text(part: memoryview) -> str:
    return str(part, "utf-8", _ERRORS)


def from_values(values: Sequence[Any]) -> bytes:
    return json.dumps(values, separators=(",", ":")).encode("ascii")


def to_values(part: memoryview) -> list[Any]:
    values: list[Any] = json.loads(bytes(part))
    return values


def from_numbers(numbers: "array[int]") -> memoryview:
    return memoryview(numbers).cast("B")


def viewed(parts: Raw) -> Parts:
    return {name: memoryview(part) for name, part in parts.items()}


def joined(pieces: Pieces) -> Raw:
    parts: dict[str, Piece] = {}
    for name, piece in pieces:
        before = parts.get(name)
        if before is None:
            parts[name] = piece
        elif isinstance(before, bytearray):
            before += piece
        else:
            parts[name] = bytearray(before) + piece
    return parts
