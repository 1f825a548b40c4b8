"""The model: records, papers and what ties them together. No I/O."""

from tui_reader.papers.decisions import Decisions
from tui_reader.papers.paper import Paper, Source
from tui_reader.papers.record import Problem, Profile, Reading, Record
from tui_reader.papers.state import UNTOUCHED, ReadingState
from tui_reader.papers.status import Status

__all__ = [
    "UNTOUCHED",
    "Decisions",
    "Paper",
    "Problem",
    "Profile",
    "Reading",
    "ReadingState",
    "Record",
    "Source",
    "Status",
]
