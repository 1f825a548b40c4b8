"""The papers on disk: f(documents, decisions, corrections), rebuilt whenever it does not fit."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui_reader.library.documents.document_list import Entry
from tui_reader.library.documents.inputs import Inputs, is_of_this_version
from tui_reader.library.errors import CannotSave
from tui_reader.library.files.opening import mapped
from tui_reader.library.files.safe_files import write_atomically
from tui_reader.library.garbage import MANY, give_back
from tui_reader.library.packed_parts import Data
from tui_reader.library.paper_store import DamagedStore, PaperStore
from tui_reader.library.snapshot import DocumentInfo, Snapshot
from tui_reader.papers import Problem, Profile, Reading
from tui_reader.papers.progress import Told, nobody
from tui_reader.papers.proposal import Proposal

ReadingOf = Callable[[Entry], Reading]
# Readings by document id; whoever takes one takes it away.
AtHand = dict[str, Reading]
_PARTS = {"signature", "documents", "proposals"}


class Catalogue:
    """`catalogue/papers`; deleting it loses nothing."""

    def __init__(self, directory: Path | None, reading_of: ReadingOf) -> None:
        """In memory when `directory` is None. `reading_of` gives what a document told by itself."""
        self._path = directory / "papers" if directory else None
        self._reading_of = reading_of

    def snapshot(
        self,
        inputs: Inputs,
        version: int,
        told: Told = nobody,
        at_hand: AtHand | None = None,
        at_once: Callable[[], bool] = lambda: False,
    ) -> Snapshot:
        """From the file if it was made from these inputs, else made anew and kept.

        `told` hears how far the making is; `at_hand` are readings that need not be fetched, and
        are taken away. Where `at_once` says so, papers of other inputs, or none, are taken for now.
        """
        papers = self._load(inputs)
        if papers is None and at_once():
            papers = self._at_present(inputs)
        if papers is None:
            papers = self._made(inputs, at_hand or {}, told)
        known: dict[str, Any] = papers.extra["documents"]
        documents = tuple(_info(entry, known.get(entry.id)) for entry in inputs.entries.values())
        return Snapshot(
            papers=papers,
            documents=documents,
            version=version,
            signature=papers.extra["signature"],
            proposals=tuple(Proposal(*proposal) for proposal in papers.extra["proposals"]),
            titles={document.id: document.title for document in documents},
        )

    def _load(self, inputs: Inputs) -> PaperStore | None:
        def anew() -> Data:
            return self._rebuild(inputs, {}, nobody).data

        papers = self._kept(anew)
        if papers is None or papers.extra["signature"] != inputs.signature:
            return None
        return papers

    def _kept(self, anew: Callable[[], Data] | None = None) -> PaperStore | None:
        """What the file holds, of whatever inputs."""
        if self._path is None:
            return None
        try:
            papers = PaperStore(mapped(self._path), anew)
        except (OSError, ValueError, DamagedStore):
            return None
        return papers if papers.extra.keys() >= _PARTS else None

    def _at_present(self, inputs: Inputs) -> PaperStore:
        kept = self._kept()
        if kept is not None and is_of_this_version(str(kept.extra["signature"])):
            return kept
        from tui_reader.library.building import Building

        nothing = Building(inputs._replace(entries={}), self._reading_of)
        return PaperStore(b"".join(nothing.pieces()))

    def _made(self, inputs: Inputs, at_hand: AtHand, told: Told) -> PaperStore:
        """By this process, or by another one that was at it already."""
        from tui_reader.library.turns import Turns

        with Turns(self._path and self._path.with_suffix(".lock")).taken(told):
            if (known := self._load(inputs)) is not None:
                return known
            made = self._rebuild(inputs, at_hand, told)
        if len(made) > MANY:
            give_back()
        return made

    def _rebuild(self, inputs: Inputs, at_hand: AtHand, told: Told) -> PaperStore:
        # Imported here: importers and merging are half of all imports, and seldom needed.
        from tui_reader.library.building import Building

        def reading_of(entry: Entry) -> Reading:
            return at_hand.pop(entry.id, None) or self._reading_of(entry)

        building = Building(inputs, reading_of, told)
        if self._path is not None:
            # Where that cannot be kept, it is only made anew at the next start.
            with suppress(CannotSave):
                write_atomically(self._path, building.pieces())
                if (papers := self._load(inputs)) is not None:
                    return papers
        if building.begun:
            building = Building(inputs, reading_of, told)
        return PaperStore(b"".join(building.pieces()))


def _info(entry: Entry, told: Mapping[str, Any] | None) -> DocumentInfo:
    told = told or {"format": entry.format, "records": 0, "profiles": [], "problems": []}
    facts = {**entry._asdict(), "format": told["format"]}
    del facts["former"]
    return DocumentInfo(
        **facts,
        records=told["records"],
        profiles=tuple(Profile(**profile) for profile in told["profiles"]),
        problems=tuple(Problem(entry.name, line, reason) for line, reason in told["problems"]),
    )
