"""What the reader types into the small fields: progress, tags."""

from tui_reader.papers.percent import NoProgress, percent_of
from tui_reader.tui.desk.changes import SetProgress, Tag


class Unreadable(ValueError):
    """What was typed cannot be understood; its text says why."""


def progress_of(text: str) -> SetProgress:
    """`40`, `40%` or pages as `12/38`. Raises Unreadable."""
    try:
        return SetProgress(percent_of(text))
    except NoProgress as reason:
        raise Unreadable(str(reason)) from reason


def tags_of(text: str) -> Tag:
    """`+a -b c`: words with a minus are taken away, the others added. Raises Unreadable."""
    add: list[str] = []
    remove: list[str] = []
    for word in text.split():
        name = word.lstrip("+-").removeprefix("#")
        if not name:
            raise Unreadable(f"no tag after {word}")
        (remove if word.startswith("-") else add).append(name)
    if not add and not remove:
        raise Unreadable("no tag given")
    return Tag(tuple(dict.fromkeys(add)), tuple(dict.fromkeys(remove)))
