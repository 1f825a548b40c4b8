"""The reader's own keys, checked before they are applied."""

import difflib
from collections.abc import Mapping
from typing import Any

from tui_reader.tui.actions.action import Where
from tui_reader.tui.actions.keys import is_key, is_swallowed, normal, shown
from tui_reader.tui.actions.table import ACTIONS, BY_ID

Keymap = Mapping[str, tuple[str, ...]]


def checked_keymap(values: Mapping[str, Any]) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """The part of a `keymap` table that can apply, and what is wrong with the rest.

    Keys are a string (`"x"`, `"x, ctrl+x"`) or a list of strings; a fault reads
    `status.read: …`. An entry with a fault is left out whole.
    """
    keymap: dict[str, tuple[str, ...]] = {}
    faults: list[str] = []
    for name, value in values.items():
        fault, keys = _entry(name, value)
        if fault:
            faults.append(f"{name}: {fault}")
        else:
            keymap[name] = keys
    return _without_clashes(keymap, faults), faults


def keys_of(keymap: Keymap) -> dict[str, tuple[str, ...]]:
    """The keys of every action, the reader's where there are some."""
    return {action.id: keymap.get(action.id, action.keys) for action in ACTIONS}


def _entry(name: str, value: object) -> tuple[str, tuple[str, ...]]:
    if name not in BY_ID:
        near = difflib.get_close_matches(name, BY_ID, n=1)
        return "no such action" + (f", near it: {near[0]}" if near else ""), ()
    keys = _split(value)
    if not keys:
        return f"{value!r} is not a key or a list of keys", ()
    for key in keys:
        if key == "":
            return "a comma is spelled comma", ()
        if not is_key(key):
            return f"no such key: {key}", ()
        if is_swallowed(key) and all(map(is_swallowed, keys)):
            return f"terminals swallow {key}; give it another key beside it", ()
    return "", tuple(dict.fromkeys(map(normal, keys)))


def _split(value: object) -> list[str]:
    if isinstance(value, str):
        return [part.strip() for part in value.split(",")] if value.strip() else []
    if isinstance(value, list) and all(isinstance(key, str) for key in value):
        return ["comma" if key.strip() == "," else key.strip() for key in value]
    return []


def _without_clashes(
    keymap: dict[str, tuple[str, ...]], faults: list[str]
) -> dict[str, tuple[str, ...]]:
    """Leave out entries until no key of a screen has two actions."""
    while clash := _clash(keymap):
        name, key, other = clash
        faults.append(f"{name}: {shown(key)} is the key of {other} on the same screen")
        del keymap[name]
    return keymap


def _clash(keymap: Keymap) -> tuple[str, str, str] | None:
    """An entry of the keymap, its key and the other action that has it."""
    everyone = keys_of(keymap)
    for where in Where:
        owners: dict[str, str] = {}
        for action in ACTIONS:
            if not action.where & {where, Where.EVERYWHERE}:
                continue
            for key in everyone[action.id]:
                other = owners.setdefault(key, action.id)
                if other != action.id:
                    culprit = action.id if action.id in keymap else other
                    return culprit, key, other if culprit == action.id else action.id
    return None
