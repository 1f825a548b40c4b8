"""Whose steps these are: each copy of a library has an origin, a random name of its own.

An origin is bound to the place (machine and directory) it was drawn at. A library that is
found in another place than before, copied or moved, draws a new one before its first write;
what was done until then can still be undone in both.
"""

import os
import socket
import sys
import zlib
from pathlib import Path
from typing import Any

from tui_reader.library.tracker.cells import META, META_ROW, Tables

# In the meta row: origin -> [place, origin before it, last seq of that one].
ORIGINS = "origins"
MOST_KEPT = 50
MACHINE_ID = Path("/etc/machine-id")


def new_origin() -> str:
    return os.urandom(4).hex()


def place_of(directory: Path) -> str:
    """A fingerprint of machine and directory, another one for a copy of the directory."""
    real = os.path.realpath(directory)
    try:
        inode = Path(real).stat().st_ino
    except OSError:
        inode = 0
    return f"{_sum(_machine())}-{inode:x}-{_sum(real)}"


def _sum(text: str) -> str:
    """Tells places apart without naming them."""
    return f"{zlib.crc32(os.fsencode(text)):08x}"


def _machine() -> str:
    try:
        known = MACHINE_ID.read_text().strip()
    except (OSError, ValueError):
        known = ""
    return known or socket.gethostname()


def at_home(tables: Tables, place: str, drawn: str) -> Tables:
    """The tables under the origin of this place: `drawn`, where it has none yet."""
    meta = tables[META][META_ROW]
    origins = meta.get(ORIGINS, {})
    own = next((name for name, entry in origins.items() if entry[0] == place), drawn)
    if own not in origins:
        before = "" if meta["origin"] == own else meta["origin"]
        kept = list(origins.items())[1 - MOST_KEPT :]
        origins = {**dict(kept), own: [place, before, meta["last_seq"] if before else 0]}
    elif own == meta["origin"]:
        return tables
    return {**tables, META: {META_ROW: {**meta, "origin": own, ORIGINS: origins}}}


def own_steps(tables: Tables) -> dict[str, int]:
    """The origins whose steps are undone here, each with the last seq that counts."""
    meta = tables[META][META_ROW]
    origins = meta.get(ORIGINS, {})
    own, origin, until = dict[str, int](), str(meta["origin"]), sys.maxsize
    while origin and origin not in own:
        own[origin] = until
        _, origin, until = origins.get(origin, ("", "", 0))
    return own


def are_origins(value: Any) -> bool:  # noqa: ANN401 - whatever the file holds
    return isinstance(value, dict) and all(
        isinstance(entry, list) and [type(part) for part in entry] == [str, str, int]
        for entry in value.values()
    )
