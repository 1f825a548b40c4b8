"""The cut between title and authors of a glued line, decided by evidence."""

from tui_reader.importers.split.context import Context, Names, context_of, words_of
from tui_reader.importers.split.cuts import can_be_cut
from tui_reader.importers.split.decide import Split, split, sure_names

__all__ = [
    "Context",
    "Names",
    "Split",
    "can_be_cut",
    "context_of",
    "split",
    "sure_names",
    "words_of",
]
