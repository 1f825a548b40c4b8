"""Corrections, decisions and views, read from their tables."""

from typing import NamedTuple

from tui_reader.library.tracker.cells import Table
from tui_reader.papers import Decisions

Pair = frozenset[str]
SAME = "same"
DIFFERENT = "different"


class Correction(NamedTuple):
    """Title and authors of a record, as the reader says they are."""

    title: str
    authors: tuple[str, ...]


def corrections_in(table: Table) -> dict[str, Correction]:
    return {
        key: Correction(row["title"][0], tuple(row["authors"][0]))
        for key, row in table.copy().items()
        if row["title"][0] is not None and row["authors"][0] is not None
    }


def decisions_in(table: Table) -> Decisions:
    found: dict[str, set[Pair]] = {SAME: set(), DIFFERENT: set()}
    for key, row in table.copy().items():
        if (decision := row["decision"][0]) is not None:
            found[decision].add(frozenset(key.split(" ")))
    return Decisions(frozenset(found[SAME]), frozenset(found[DIFFERENT]))


def decision_key(pair: Pair) -> str:
    return " ".join(sorted(pair))


def views_in(table: Table) -> dict[str, str]:
    rows = table.copy().items()
    return {key: row["query"][0] for key, row in rows if row["query"][0] is not None}
