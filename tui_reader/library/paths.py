"""Where a library is, when nobody says so, and what is where inside it."""

import os
from pathlib import Path

from platformdirs import user_data_path

VARIABLE = "TUI_READER_LIBRARY"


def default_directory() -> Path:
    """`TUI_READER_LIBRARY`, else `tui-reader` in the XDG data directory."""
    if named := os.environ.get(VARIABLE):
        return Path(named).expanduser()
    return user_data_path("tui-reader", appauthor=False)
