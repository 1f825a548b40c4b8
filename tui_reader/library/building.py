"""Papers from documents: all that needs importers and merging, so only loaded to rebuild."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from tui_reader.importers.evidence import reconsider_all
from tui_reader.latex import display, has_signs, to_unicode
from tui_reader.library.choices import Correction
from tui_reader.library.documents.document_list import Entry
from tui_reader.library.documents.inputs import Inputs
from tui_reader.library.documents.versions import with_former_keys
from tui_reader.library.files.safe_files import Piece
from tui_reader.library.paper_packing import packed_papers
from tui_reader.papers import Paper, Reading, Record
from tui_reader.papers.merging import Merged, merge
from tui_reader.papers.progress import Told, nobody, part, telling

# What is done of the whole once the readings are there, and once they are merged.
_FETCHED = 0.15
_MERGED = 0.75


def build(
    inputs: Inputs, reading_of: Callable[[Entry], Reading], told: Told = nobody
) -> Callable[[], Iterator[Piece]]:
    """What gives the catalogue's file in pieces; `reading_of` what a document told by itself."""
    first = []
    for count, entry in enumerate(inputs.present):
        told(_FETCHED * count / len(inputs.present))
        first.append(with_former_keys(reading_of(entry), entry))
    ids = (entry.id for entry in inputs.present)
    readings = dict(zip(ids, reconsider_all(first), strict=True))
    merged = merged_of(readings.values(), inputs, part(told, _FETCHED, _MERGED))
    extra = {
        "signature": inputs.signature,
        "documents": {id_: _told(reading) for id_, reading in readings.items()},
        "proposals": [(p.first, p.second, p.reason) for p in merged.proposals],
    }

    def pieces() -> Iterator[Piece]:
        papers = telling(merged.papers, len(merged.papers), part(told, _MERGED, 1))
        yield from packed_papers(_dated(papers, inputs.entries), extra)
        told(1)

    return pieces


def merged_of(readings: Iterable[Reading], inputs: Inputs, told: Told = nobody) -> Merged:
    """The papers that the readings tell of, as the reader corrected and decided them."""
    records = [
        corrected(record, inputs.corrections) for reading in readings for record in reading.records
    ]
    return merge(records, inputs.decisions, told)


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


def _told(reading: Reading) -> dict[str, Any]:
    return {
        "format": reading.format,
        "records": len(reading.records),
        "profiles": [profile._asdict() for profile in reading.profiles],
        "problems": [(problem.line, problem.reason) for problem in reading.problems],
    }
