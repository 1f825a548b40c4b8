"""Records to merge, and what became of them."""

from itertools import count

from tui_reader.papers import Paper, Record
from tui_reader.papers.merging import Merged
from tui_reader.papers.record import keyed

ABSTRACT = (
    "We study how gradient descent stores associations in the weight matrices of a small "
    "transformer, derive scaling laws for the number of stored pairs, and confirm them in "
    "controlled experiments with heavy-tailed token distributions and several optimizers."
)
SIMILAR = ABSTRACT.replace("several optimizers", "some optimizers").replace("small ", "tiny ")
OTHER = (
    "Galaxy surveys of the coming decade need distance estimates of a precision which present "
    "photometry cannot give; we calibrate redshift predictions on spectroscopic samples, and "
    "quantify the remaining bias for faint objects behind dusty regions of the sky."
)
TITLE = "Scaling Laws for Associative Memories"
AUTHORS = ("Vivien Cabannes", "Elvis Dohmatob")
lines = count(1)


def record(title: str = TITLE, authors: tuple[str, ...] = AUTHORS, **fields: object) -> Record:
    line = next(lines)
    given: dict[str, object] = {"document": f"{line}.txt", "line": line, **fields}
    return keyed(Record(title=title, authors=authors, **given))  # type: ignore[arg-type]  # any field


def untitled(abstract: str, **fields: object) -> Record:
    return record("", (), abstract=abstract, **fields)


def pair(one: Record, other: Record) -> frozenset[str]:
    return frozenset((one.key, other.key))


def keys(paper: Paper) -> tuple[str, ...]:
    """Of its records, without those that lesser knowledge of them would give."""
    return tuple(sorted({source.key for source in paper.sources}))


def told_keys(merged: Merged) -> set[tuple[str, ...]]:
    return set(map(keys, merged.papers))


def aliases(merged: Merged) -> set[tuple[str, ...]]:
    return {paper.aliases for paper in merged.papers}


def only(merged: Merged) -> Paper:
    (paper,) = merged.papers
    return paper
