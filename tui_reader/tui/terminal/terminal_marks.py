"""Which marks this terminal can show."""

import locale
import os
import sys

from tui_reader.tui.drawing.marks import ASCII, UNICODE, Marks


def marks_for(wanted: bool) -> Marks:
    """ASCII where it was asked for, on the Linux console, and where the encoding lacks ours."""
    if wanted or os.environ.get("TERM", "").startswith("linux") or not _can_encode():
        return ASCII
    return UNICODE


def _can_encode() -> bool:
    encoding = getattr(sys.__stdout__, "encoding", None) or locale.getpreferredencoding(False)
    try:
        "○►◐≈✓×▌■★┆…█░━─┯“”".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
