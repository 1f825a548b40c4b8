"""What the commands on copies of the state have in common.

They open no library, because it may be damaged.
"""

from pathlib import Path
from typing import Any

from tui_reader.cli.context import Context
from tui_reader.library.paths import default_directory
from tui_reader.library.tracker.recovery import Copy


def directory_of(context: Context) -> Path:
    return context.library or default_directory()


def copy_fields(copy: Copy) -> dict[str, Any]:
    """`papers` are those touched; `error` is empty for a good copy."""
    return {
        "time": copy.date,
        "reason": copy.reason,
        "path": str(copy.path),
        "papers": copy.inside.papers,
        "read": copy.inside.read,
        "error": copy.inside.error,
    }
