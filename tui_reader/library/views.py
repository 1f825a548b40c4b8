"""Views: queries kept under a key. Some every library has, the others are the reader's."""

from typing import NamedTuple

from tui_reader.library.errors import KeptKey
from tui_reader.papers import Status


class View(NamedTuple):
    """`key` is the letter, digit or sign that opens it."""

    key: str
    name: str
    query: str


BUILT_IN = (
    *(View(str(number), status.value, f"status:{status}") for number, status in enumerate(Status)),
    View("s", "starred", "is:starred"),
    View("w", "week", "added:7d"),
    View("?", "doubtful", "is:doubtful"),
    View("=", "proposed", "is:proposed"),
)
ALL, SELECTED = "a", "v"
KEPT = {
    **{view.key: view.query for view in BUILT_IN},
    ALL: "all papers",
    SELECTED: "the selected papers",
}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# What a view of the reader's can be kept under.
FREE = tuple(key for key in f"6789{_LETTERS}{_LETTERS.upper()}" if key not in KEPT)


def check_key(key: str) -> None:
    """Raises KeptKey, with what may be used instead, unless a view can be kept under it."""
    if key not in FREE:
        raise KeptKey(key, KEPT.get(key, ""))
