"""Where an unexpected fault is written down."""

import os
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_log_path

from tui_reader import __version__

# Messages of exceptions may quote notes and titles, so they are left out unless asked for.
ASKED_FOR = "TUI_READER_DEBUG"


def write_crash(error: BaseException) -> str:
    """Append where the fault happened to the log; returns what to tell the reader."""
    path = user_log_path("tui-reader", appauthor=False) / "crash.log"
    try:
        _append(path, _description(error))
    except OSError as failure:
        return f"its log {path} could not be written: {failure.strerror}"
    return f"see {path}"


def _description(error: BaseException) -> str:
    head = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%SZ} tui-reader {__version__} Python {sys.version}"
    if os.environ.get(ASKED_FOR):
        body = "".join(traceback.format_exception(error))
    else:
        frames = traceback.extract_tb(error.__traceback__)
        places = [f"  {f.filename}:{f.lineno} {f.name}" for f in frames]
        body = "\n".join([*places, f"  {type(error).__name__}, {ASKED_FOR}=1 adds its message"])
    return f"{head}\n{body}\n"


def _append(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8", errors="backslashreplace") as log:
        log.write(text)
