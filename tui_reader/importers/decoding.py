"""Bytes of a document -> its text, guessing the encoding only where it must be guessed."""

import codecs
import re

UTF16_SAMPLE = 4096
SURROGATE_LEAD = 0xED
SURROGATES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> tuple[str, str]:
    """The text, and what had to be guessed about its encoding (empty where nothing was).

    Bytes that mean nothing in the guessed encoding become U+FFFD, and the guess says so.
    """
    for bom, encoding in BOMS:
        if data.startswith(bom):
            skipped = len(bom) if encoding == "utf-8" else 0
            return _strict_or_marked(data[skipped:], encoding)
    if encoding := _utf16_without_bom(data):
        text, guess = _strict_or_marked(data, encoding)
        return text, guess or f"no byte order mark: read as {encoding.upper()}"
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        return _not_utf8(data, error)


def _strict_or_marked(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), ""
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        return text, f"bytes that are not {encoding.upper()} (first at {error.start}) marked \ufffd"


def _utf16_without_bom(data: bytes) -> str:
    """Western text in UTF-16 has a NUL in nearly every second byte, on one side only."""
    sample = data[:UTF16_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return ""


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    """Mostly UTF-8 with a few bad bytes is still UTF-8; else it is an old Western encoding."""
    if data[error.start] == SURROGATE_LEAD and SURROGATES.search(data):
        marked = SURROGATES.sub(b"\xef\xbf\xbd", data).decode("utf-8", "replace")
        return marked, "half characters (lone surrogates) marked \ufffd"
    marked = data.decode("utf-8", "replace")
    bad = marked.count("\ufffd")
    read_well = sum(byte >= 0xC0 for byte in data) - bad
    if read_well > bad:
        return marked, f"bytes that are not UTF-8 (first at {error.start}) marked \ufffd"
    try:
        return data.decode("cp1252"), "not UTF-8: read as Windows-1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "not UTF-8: read as Latin-1"
