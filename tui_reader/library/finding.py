"""What a word on the command line names: a paper by key or prefix, a document by id or name."""

from collections.abc import Iterable

from tui_reader.library.errors import AmbiguousPaper, UnknownDocument, UnknownPaper
from tui_reader.library.snapshot import DocumentInfo, Snapshot
from tui_reader.papers import Paper
from tui_reader.papers.keys import SHORTEST_PREFIX


def find_paper(snapshot: Snapshot, word: str) -> Paper:
    """By any key of its records, or a prefix of 4 or more that only one paper has."""
    key = word.strip().lower()
    if (paper := snapshot.find(key)) is not None:
        return paper
    positions = snapshot.papers.with_prefix(key) if len(key) >= SHORTEST_PREFIX else []
    if not positions:
        raise UnknownPaper(word)
    if len(positions) > 1:
        raise AmbiguousPaper(word, [snapshot.papers[position] for position in positions])
    return snapshot.papers[positions[0]]


def find_document(documents: Iterable[DocumentInfo], word: str) -> DocumentInfo:
    """By id or a prefix of it, by file name, by its own name; one that is there goes first."""
    known = sorted(documents, key=lambda document: document.removed_at is not None)
    fitting = [document for document in known if _fit(document, word)]
    if not fitting:
        raise UnknownDocument(word)
    return max(fitting, key=lambda document: _fit(document, word))


def _fit(document: DocumentInfo, word: str) -> int:
    """How well the word names the document; 0: not at all."""
    if word in (document.id, document.name):
        return 3
    if word.casefold() == document.title.casefold():
        return 2
    starts = document.id.startswith(word.lower()) or document.name.startswith(word)
    return int(len(word) >= SHORTEST_PREFIX and starts)
