"""Lines of standard input as they come, in batches."""

import os
from collections.abc import Iterator

from tui_reader.cli.errors import CommandError
from tui_reader.library.documents.gathering import LARGEST, TOO_LARGE

STDIN = 0
_CHUNK = 1 << 16


def batches(descriptor: int) -> Iterator[list[str]]:
    """Whatever complete lines are waiting are one batch; the last line may lack its end."""
    rest = b""
    while data := os.read(descriptor, _CHUNK):
        *lines, rest = (rest + data).split(b"\n")
        if lines:
            yield [_decoded(line) for line in lines]
    if rest:
        yield [_decoded(rest)]


def all_of(descriptor: int, most: int = LARGEST) -> bytes:
    """Raises CommandError where it does not end within so many bytes."""
    with os.fdopen(descriptor, "rb", closefd=False) as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise CommandError(f"standard input: {TOO_LARGE}")
    return data


def _decoded(line: bytes) -> str:
    return line.decode("utf-8", "surrogateescape").rstrip("\r")
