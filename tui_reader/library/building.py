"""Papers from documents: all that needs importers and merging, so only loaded to rebuild."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from tui_reader.importers.evidence import reconsider_all
from tui_reader.latex import display, has_signs, to_unicode
from tui_reader.library.choices import Correction
from tui_reader.library.documents.document_list import Entry
from tui_reader.library.documents.inputs import Inputs
from tui_reader.library.documents.versions import with_former_keys
from tui_reader.library.paper_packing import packed_papers
from tui_reader.papers import Paper, Reading, Record
from tui_reader.papers.merging import merge
from tui_reader.papers.progress import Told, nobody, part, telling
from tui_reader.search.parts import Piece

# What is done of the whole once the readings are there, and once they are merged.
_FETCHED = 0.15
_MERGED = 0.75


class Building:
    """Makes the catalogue's file, once: records are forgotten as papers are written."""

    def __init__(
        self, inputs: Inputs, reading_of: Callable[[Entry], Reading], told: Told = nobody
    ) -> None:
        """`reading_of` tells what a document told by itself."""
        self.begun = False
        self._entries, self._told = inputs.entries, told
        readings = _readings(inputs, reading_of, part(told, 0, _FETCHED))
        self._extra = {
            "signature": inputs.signature,
            "documents": {
                entry.id: _facts(reading)
                for entry, reading in zip(inputs.present, readings, strict=True)
            },
        }
        records = (corrected(record, inputs.corrections) for record in _records(readings))
        self._merged = merge(records, inputs.decisions, part(told, _FETCHED, _MERGED))

    def pieces(self) -> Iterator[Piece]:
        self.begun = True
        papers, proposals = self._merged.papers, self._merged.proposals
        extra = {**self._extra, "proposals": [(p.first, p.second, p.reason) for p in proposals]}
        each = telling(papers.taken(), len(papers), part(self._told, _MERGED, 1))
        yield from packed_papers(_dated(each, self._entries), extra)
        self._told(1)


def _readings(inputs: Inputs, reading_of: Callable[[Entry], Reading], told: Told) -> list[Reading]:
    first = []
    for count, entry in enumerate(inputs.present):
        told(count / len(inputs.present))
        first.append(with_former_keys(reading_of(entry), entry))
    return reconsider_all(first)


def _records(readings: list[Reading]) -> Iterator[Record]:
    """Takes the readings away, so that whoever has the records can let them go one by one."""
    readings.reverse()
    while readings:
        yield from readings.pop().records


def corrected(record: Record, corrections: Mapping[str, Correction]) -> Record:
    """The record with the reader's title and authors, under the key it had."""
    keys = record.key, *record.lesser_keys
    correction = next((corrections[key] for key in keys if key in corrections), None)
    if correction is None:
        return record
    return record._replace(
        title=correction.title,
        authors=tuple(correction.authors),
        confidence=1.0,
        needs_review=False,
    )


def _dated(papers: Iterable[Paper], entries: Mapping[str, Entry]) -> Iterator[Paper]:
    """Each paper with the time its first document came."""
    for paper in papers:
        times = (entries[source.document_id].imported_at for source in paper.sources)
        yield paper._replace(added_at=min(times), shown=_shown(paper))


def _shown(paper: Paper) -> dict[str, str]:
    """What is displayed of each text that has LaTeX."""
    texts = (paper.title, ", ".join(paper.authors), *paper.authors[:1], *paper.abstracts)
    if not has_signs("\n".join(texts)):
        return {}
    return {text: display(text) for text in texts if to_unicode(text) != text}


def _facts(reading: Reading) -> dict[str, Any]:
    return {
        "format": reading.format,
        "records": len(reading.records),
        "profiles": [profile._asdict() for profile in reading.profiles],
        "problems": [(problem.line, problem.reason) for problem in reading.problems],
    }
