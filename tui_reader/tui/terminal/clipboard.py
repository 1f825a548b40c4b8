"""Copying by the desktop's clipboard and by the terminal, whichever works.

Run as a script it is the helper that hands its input to the desktop: a process of
its own, because a clipboard program may hang, and may write to the screen.
"""

import base64
import os
import subprocess
import sys
from pathlib import Path

LIMIT = 2.0
# Terminals take no longer OSC 52 than this, in base64.
LONGEST_OSC52 = 74_994
_WITHOUT_OSC52 = ("linux", "dumb", "vt", "cons25", "unknown")


def terminal_copies(text: str) -> bool:
    """Whether this terminal can be expected to take the text by OSC 52."""
    if os.environ.get("TERM_PROGRAM") == "Apple_Terminal":
        return False
    if os.environ.get("TERM", "").startswith(_WITHOUT_OSC52):
        return False
    return len(base64.b64encode(text.encode("utf-8", "replace"))) <= LONGEST_OSC52


def copy_to_desktop(text: str, limit: float = LIMIT) -> bool:
    """Whether a clipboard of the desktop took the text within the limit, in seconds."""
    try:
        helper = subprocess.run(
            [sys.executable, "-P", str(Path(__file__))],
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=limit,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return helper.returncode == 0


def main() -> int:
    # Imported here: the reader itself only starts the helper.
    import pyperclip

    try:
        pyperclip.copy(sys.stdin.buffer.read().decode("utf-8"))
    except (pyperclip.PyperclipException, OSError):
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
