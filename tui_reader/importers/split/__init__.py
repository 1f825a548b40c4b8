"""The cut between title and authors of a glued line, decided by evidence."""

from tui_reader.importers.split.context import Context, Names, context_of, words_of
from tui_reader.importers.split.decide import Split, split, sure_names

__all__ = ["Context", "Names", "Split", "context_of", "split", "sure_names", "words_of"]
