"""The difference between two states of a paper, as the tracker writes it."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from tui_reader.papers import ReadingState

FieldChanges = Mapping[str, Any]
_FIELDS = [field.name for field in fields(ReadingState) if field.name != "tags"]


def difference(old: ReadingState, new: ReadingState) -> FieldChanges:
    """Only the fields that changed; tags as `{name: present}`."""
    changes: dict[str, Any] = {
        name: getattr(new, name) for name in _FIELDS if getattr(old, name) != getattr(new, name)
    }
    if old.tags != new.tags:
        gone, come = set(old.tags) - set(new.tags), set(new.tags) - set(old.tags)
        changes["tags"] = {name: name in come for name in sorted(gone | come)}
    return changes
