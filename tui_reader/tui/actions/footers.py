"""What the footer names: the most useful actions of where the reader is, most useful first."""

from collections.abc import Iterable, Mapping

from tui_reader.tui.actions.keys import shown
from tui_reader.tui.actions.table import BY_ID

Items = tuple[tuple[str, str], ...]

_LIBRARY = (
    "search",
    "paper.open",
    "status.queued status.dropped",
    "status.toggle",
    "select.paper",
    "undo",
    "view",
    "tag",
    "note.edit",
    "copy",
    "sort",
)
_PAPER = (
    "move.down move.up",
    "move.other-down move.other-up",
    "status.queued status.dropped",
    "progress.up progress.down",
    "link",
    "hit.next hit.previous",
    "note.edit",
    "tag",
)
_SEARCH = (
    "search.keep",
    "search.leave",
    "search.up search.down",
    "search.complete",
    "search.recent",
)
_SELECTION = ("status.queued status.dropped", "tag", "copy", "back")

# While a strip names its own keys, no others serve.
STRIP: Items = (("escape", "leaves"),)

# Where several keys stand together, or a word needs more than the action's own.
_WORDS = {
    "status.queued status.dropped": "status",
    "move.down move.up": "scroll",
    "move.other-down move.other-up": "next, previous",
    "progress.up progress.down": "progress",
    "hit.next hit.previous": "hits",
    "search.up search.down": "move",
}

# What keys do while papers are selected.
_ONCE = {"back": "drops", "tag": "tag"}


def library_items(keymap: Mapping[str, tuple[str, ...]]) -> Items:
    return _items(_LIBRARY, keymap)


def paper_items(keymap: Mapping[str, tuple[str, ...]]) -> Items:
    return _items(_PAPER, keymap)


def search_items(keymap: Mapping[str, tuple[str, ...]]) -> Items:
    return _items(_SEARCH, keymap)


def selection_items(keymap: Mapping[str, tuple[str, ...]]) -> Items:
    return tuple((_keys(entry, keymap), _ONCE.get(entry, _word(entry))) for entry in _SELECTION)


def fixed_items(keymap: Mapping[str, tuple[str, ...]], leaving: str) -> Items:
    """Help, and the action (`quit` or `paper.back`) that leaves the screen with `q`."""
    last = BY_ID[leaving]
    keys = keymap.get(leaving, last.keys)
    key = "q" if "q" in keys else keys[0]
    return ((_key("help", keymap), "help"), (shown(key), last.word))


def _items(entries: Iterable[str], keymap: Mapping[str, tuple[str, ...]]) -> Items:
    return tuple((_keys(entry, keymap), _word(entry)) for entry in entries)


def _word(entry: str) -> str:
    return _WORDS.get(entry) or BY_ID[entry].word


def _keys(entry: str, keymap: Mapping[str, tuple[str, ...]]) -> str:
    keys = [_key(action, keymap) for action in entry.split()]
    if len(keys) == 2 and all(key.isdecimal() for key in keys):
        return "-".join(keys)
    return " ".join(keys)


def _key(action: str, keymap: Mapping[str, tuple[str, ...]]) -> str:
    return shown(keymap.get(action, BY_ID[action].keys)[0])
