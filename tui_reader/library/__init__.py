"""All papers and what the reader did with them; nothing here knows a screen."""

from tui_reader.library.documents.report import DocumentReport, Report
from tui_reader.library.edits import Step, Undone
from tui_reader.library.errors import (
    AmbiguousPaper,
    CannotSave,
    Damaged,
    KeptKey,
    LibraryError,
    Locked,
    NewerVersion,
    ReadOnly,
    UnknownDocument,
    UnknownPaper,
    UnknownView,
)
from tui_reader.library.library import Changes, Library
from tui_reader.library.snapshot import DocumentInfo, Snapshot
from tui_reader.library.tracker.steps import HistoryEntry

__all__ = [
    "AmbiguousPaper",
    "CannotSave",
    "Changes",
    "Damaged",
    "DocumentInfo",
    "DocumentReport",
    "HistoryEntry",
    "KeptKey",
    "Library",
    "LibraryError",
    "Locked",
    "NewerVersion",
    "ReadOnly",
    "Report",
    "Snapshot",
    "Step",
    "Undone",
    "UnknownDocument",
    "UnknownPaper",
    "UnknownView",
]
