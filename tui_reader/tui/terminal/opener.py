"""Opening links in the reader's browser: http and https only, detached, never through a shell."""

import os
import shutil
import subprocess
import sys
from urllib.parse import urlsplit

OPENERS = ("xdg-open", "gio", "open", "wslview", "termux-open-url")


# In no address; browsers read a backslash as a slash, and end the host before it.
NEVER = frozenset('"<>\\^`{|}')


class CannotOpen(Exception):
    """The link is not opened; the text says why."""


def open_link(url: str) -> str:
    """Start the opener on the link and return its name. Raises CannotOpen."""
    if not is_address(url):
        raise CannotOpen("only http and https addresses are opened")
    command = _opener()
    if command is None:
        raise CannotOpen("no browser here")
    try:
        subprocess.Popen(
            [*command, url],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise CannotOpen(f"cannot start {command[0]}: {error.strerror}") from error
    return command[0]


def is_address(url: str) -> bool:
    """Whether it is one, and holds nothing that an address cannot hold."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    holds_more = any(c in NEVER or c.isspace() or not c.isprintable() for c in url)
    return parts.scheme.lower() in {"http", "https"} and bool(parts.hostname) and not holds_more


def _opener() -> list[str] | None:
    """The first opener there is; on a Linux without a display there is none that works."""
    if browser := os.environ.get("BROWSER", ""):
        found = shutil.which(browser.split(os.pathsep)[0])
        return [found] if found else None
    has_display = sys.platform == "darwin" or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
    )
    for name in OPENERS if has_display else ("wslview", "termux-open-url"):
        if found := shutil.which(name):
            return [found, "open"] if name == "gio" else [found]
    return None
