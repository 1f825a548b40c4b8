"""What a newer version of a document takes over from the one it replaces: its records' keys."""

from collections.abc import Mapping

from tui_reader.library.documents.document_list import Entry
from tui_reader.papers import Reading


def replaced_by(entry: Entry, entries: Mapping[str, Entry]) -> Entry | None:
    """The document that is there under the same path."""
    same = (e for e in entries.values() if e.path and e.path == entry.path and e.present)
    return next((e for e in same if e.id != entry.id), None)


def following(entry: Entry, reading: Reading, older: Entry, told_before: Reading) -> Entry:
    """The entry with the keys that its records had in the older version, and in those before."""
    # Imported here: it takes RapidFuzz, and few imports replace anything.
    from tui_reader.papers.renamed import renamed

    now = renamed(told_before.records, reading.records)
    there = {record.key for record in reading.records}
    kept = [(now.get(key, key), former) for key, former in older.former]
    pairs = [*kept, *((new, old) for old, new in now.items())]
    return entry._replace(
        former=tuple(sorted({(new, old) for new, old in pairs if new in there and new != old}))
    )


def with_former_keys(reading: Reading, entry: Entry) -> Reading:
    """The reading with the keys that its records had in older versions of the document."""
    if not entry.former:
        return reading
    former: dict[str, tuple[str, ...]] = {}
    for key, older in entry.former:
        former[key] = (*former.get(key, ()), older)
    records = (
        record._replace(lesser_keys=(*record.lesser_keys, *former[record.key]))
        if record.key in former
        else record
        for record in reading.records
    )
    return reading._replace(records=tuple(records))
