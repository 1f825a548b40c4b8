"""The papers on disk: f(documents, decisions, corrections), rebuilt whenever it does not fit."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui_reader.library.documents.document_list import Entry
from tui_reader.library.documents.inputs import Inputs
from tui_reader.library.errors import CannotSave
from tui_reader.library.files.opening import mapped
from tui_reader.library.files.safe_files import write_atomically
from tui_reader.library.paper_store import DamagedStore, Data, PaperStore
from tui_reader.library.snapshot import DocumentInfo, Snapshot
from tui_reader.papers import Problem, Profile, Reading
from tui_reader.papers.progress import Told, nobody
from tui_reader.papers.proposal import Proposal

ReadingOf = Callable[[Entry], Reading]
_PARTS = {"signature", "documents", "proposals"}


class Catalogue:
    """`catalogue/papers`; deleting it loses nothing."""

    def __init__(self, directory: Path | None) -> None:
        """In memory when `directory` is None."""
        self._path = directory / "papers" if directory else None

    def snapshot(
        self,
        inputs: Inputs,
        reading_of: ReadingOf,
        version: int,
        told: Told = nobody,
    ) -> Snapshot:
        """From the file if it was made from these inputs, else made anew and kept.

        `reading_of` gives what a document told by itself; `told` hears how far the making is.
        """
        papers = self._load(inputs, reading_of) or self._made(inputs, reading_of, told)
        known: dict[str, Any] = papers.extra["documents"]
        documents = tuple(_info(entry, known.get(entry.id)) for entry in inputs.entries.values())
        return Snapshot(
            papers=papers,
            documents=documents,
            version=version,
            signature=inputs.signature,
            proposals=tuple(Proposal(*proposal) for proposal in papers.extra["proposals"]),
            titles={document.id: document.title for document in documents},
        )

    def _load(self, inputs: Inputs, reading_of: ReadingOf) -> PaperStore | None:
        if self._path is None:
            return None

        def anew() -> Data:
            return self._rebuild(inputs, reading_of, nobody).data

        try:
            papers = PaperStore(mapped(self._path), anew)
        except (OSError, ValueError, DamagedStore):
            return None
        fits = papers.extra.get("signature") == inputs.signature and papers.extra.keys() >= _PARTS
        return papers if fits else None

    def _made(self, inputs: Inputs, reading_of: ReadingOf, told: Told) -> PaperStore:
        """By this process, or by another one that was at it already."""
        from tui_reader.library.turns import Turns

        with Turns(self._path and self._path.with_suffix(".lock")).taken(told):
            made = self._load(inputs, reading_of)
            return made or self._rebuild(inputs, reading_of, told)

    def _rebuild(self, inputs: Inputs, reading_of: ReadingOf, told: Told) -> PaperStore:
        # Imported here: importers and merging are half of all imports, and seldom needed.
        from tui_reader.library.building import build

        pieces = build(inputs, reading_of, told)
        if self._path is not None:
            # Where that cannot be kept, it is only made anew at the next start.
            with suppress(CannotSave):
                write_atomically(self._path, pieces())
                if (papers := self._load(inputs, reading_of)) is not None:
                    return papers
        return PaperStore(b"".join(pieces()))


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
