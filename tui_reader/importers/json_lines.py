"""JSON lines straight from their bytes: as text, a large document would be held a second time,
four times as large where a single character of it is an emoji."""

import codecs
from collections.abc import Iterator

from tui_reader.importers.decoding import UTF16_SAMPLE
from tui_reader.importers.json_items import is_whole
from tui_reader.importers.unsupported import HEAD, is_binary

# Bytes decoded at once, which keeps other threads waiting.
STEP = 1 << 18
# A document with a longer first line is read as text.
LONGEST = 1 << 20


def are_lines(data: bytes) -> bool:
    """Whether these are lines of objects in UTF-8, with nothing about them to be found out."""
    end = data.find(b"\n", 0, LONGEST)
    if data[:1] != b"{" or end < 0 or b"\0" in data[:UTF16_SAMPLE] or b"\r" in data:
        return False
    rest = data[end : end + LONGEST]
    if not rest.strip() or not _is_utf8(data):
        return False
    return is_whole(data[:end].decode("utf-8").strip()) and not is_binary(
        data[: 4 * HEAD].decode("utf-8", "ignore")
    )


def _is_utf8(data: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), STEP):
            decoder.decode(data[start : start + STEP])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def lines_of(data: bytes) -> Iterator[tuple[str, int]]:
    """Each with where the next begins."""
    start = 0
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        yield data[start:end].decode("utf-8"), end + 1
        start = end + 1
