"""What the reader types into the small fields: progress, tags, a row number."""

import re

from tui_reader.tui.desk.changes import SetProgress, Tag

_PERCENT = re.compile(r"(\d{1,3})\s*%?")
_PAGES = re.compile(r"(\d{1,6})\s*/\s*(\d{1,6})")


class Unreadable(ValueError):
    """What was typed cannot be understood; its text says why."""


def progress_of(text: str) -> SetProgress:
    """`40`, `40%` or pages as `12/38`. Raises Unreadable."""
    typed = text.strip()
    if match := _PERCENT.fullmatch(typed):
        percent = int(match[1])
    elif match := _PAGES.fullmatch(typed):
        page, pages = int(match[1]), int(match[2])
        if not pages:
            raise Unreadable("a paper of 0 pages")
        percent = page * 100 // pages
    else:
        raise Unreadable(f"not a progress: {typed or 'nothing'}; try 40 or 12/38")
    if percent > 100:
        raise Unreadable(f"{typed} is more than the whole paper")
    return SetProgress(percent)


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
