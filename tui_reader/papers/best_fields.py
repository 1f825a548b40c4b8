"""Records of one work -> the paper: the best of each field, every variant of the abstract."""

from collections.abc import Iterable, Sequence

from tui_reader.papers.keys import letters_and_digits
from tui_reader.papers.paper import Paper, Source
from tui_reader.papers.record import Record


def paper_of(records: Sequence[Record], lesser_keys: Iterable[str] = ()) -> Paper:
    """`records` in the order of their documents, the earliest first."""
    if len(records) == 1:
        return _paper_of_one(records[0], lesser_keys)
    named = min(records, key=_doubt_of_title)
    credited = min(records, key=_doubt_of_authors)
    dated = min(records, key=_doubt_of_date)
    aliases = sorted({record.key for record in records}.union(lesser_keys))
    return Paper(
        id=aliases[0],
        aliases=tuple(aliases),
        sources=tuple(map(_source, records)),
        title=named.title,
        authors=credited.authors,
        et_al=credited.et_al,
        affiliations=next((r.affiliations for r in records if r.affiliations), ()),
        abstracts=_abstracts(records),
        category=next((r.category for r in records if r.category), ""),
        date=dated.date,
        date_inferred=dated.date_inferred,
        score=next((r.score for r in records if r.score is not None), None),
        has_code=any(r.has_code for r in records),
        identifiers={k: v for r in reversed(records) for k, v in r.identifiers.items()},
        urls=tuple(dict.fromkeys(url for r in records for url in r.urls)),
        confidence=named.confidence,
        needs_review=named.needs_review,
    )


def _paper_of_one(record: Record, lesser_keys: Iterable[str]) -> Paper:
    """The same where there is nothing to choose from, as in nearly all papers."""
    aliases = sorted({record.key, *lesser_keys})
    return Paper(
        id=aliases[0],
        aliases=tuple(aliases),
        sources=(_source(record),),
        title=record.title,
        authors=record.authors,
        et_al=record.et_al,
        affiliations=record.affiliations,
        abstracts=(record.abstract,) if record.abstract else (),
        category=record.category,
        date=record.date,
        date_inferred=record.date_inferred,
        score=record.score,
        has_code=record.has_code,
        identifiers=record.identifiers,
        urls=tuple(dict.fromkeys(record.urls)) if record.urls else (),
        confidence=record.confidence,
        needs_review=record.needs_review,
    )


def _source(record: Record) -> Source:
    return Source(record.document, record.line, record.key, record.document_id)


def _doubt_of_title(record: Record) -> tuple[bool, bool]:
    return not record.title, record.needs_review


def _doubt_of_authors(record: Record) -> tuple[bool, bool, bool, int]:
    """A list that is complete beats a cut one, more names beat fewer."""
    authors = record.authors
    return not authors, record.needs_review, record.et_al, -len(authors)


def _doubt_of_date(record: Record) -> tuple[bool, bool, int]:
    return not record.date, record.date_inferred, -len(record.date)


def _abstracts(records: Sequence[Record]) -> tuple[str, ...]:
    """A titled record's first; of those that differ in blanks and signs only, the first."""
    ordered = sorted(records, key=lambda record: not record.title)
    texts = dict.fromkeys(record.abstract for record in ordered if record.abstract)
    if len(texts) < 2:
        return tuple(texts)
    variants: dict[str, str] = {}
    for text in texts:
        variants.setdefault(letters_and_digits(text) or text, text)
    return tuple(variants.values())
