"""Notes: what two places wrote without knowing of each other is all kept.

A row holds the versions nobody has replaced yet: `note` the latest, `note_others` the rest,
`note_seen` {origin: time} how far its writers had seen (left out where the versions say it
themselves). Writing replaces the versions seen; merging drops a version only where the
other side had seen it and no longer has it.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

from tui_reader.library.tracker.cells import NOTE, NOTE_OTHERS, NOTE_SEEN, Cell, Row

Seen = dict[str, int]


def versions(row: Row) -> list[Cell]:
    note = row.get(NOTE)
    return [] if note is None else [note, *row.get(NOTE_OTHERS, ())]


def seen(row: Row) -> Seen:
    return dict(row.get(NOTE_SEEN) or seen_by(versions(row)))


def seen_by(cells: Iterable[Cell]) -> Seen:
    latest: Seen = {}
    for _, time, origin in cells:
        latest[origin] = max(time, latest.get(origin, 0))
    return latest


def covers(known: Seen, cell: Cell) -> bool:
    return bool(known.get(cell[2], -1) >= cell[1])


def write(row: Row, text: str | None, time: int, origin: str, known: Seen | None) -> Cell:
    """Put a version into the row, replacing those its writer knew (None: all of them)."""
    before = seen(row)
    time = max(time, before.get(origin, -1) + 1)
    cell: Cell = [text, time, origin]
    kept = [] if known is None else [v for v in versions(row) if not covers(known, v)]
    _put(row, [cell, *kept], {**before, origin: time})
    return cell


def merge(row: Row, other: Row) -> None:
    """Bring the other row's versions into this one."""
    mine, theirs = versions(row), versions(other)
    my_seen, their_seen = seen(row), seen(other)
    kept = [cell for cell in mine if cell in theirs or not covers(their_seen, cell)]
    kept += [cell for cell in theirs if cell not in mine and not covers(my_seen, cell)]
    latest = {
        origin: max(my_seen.get(origin, 0), their_seen.get(origin, 0))
        for origin in my_seen | their_seen
    }
    if kept:
        _put(row, kept, latest)


def _put(row: Row, cells: list[Cell], known: Seen) -> None:
    latest, *others = sorted(cells, key=lambda cell: (cell[1], cell[2], str(cell[0])), reverse=True)
    row[NOTE] = latest
    row.pop(NOTE_OTHERS, None)
    row.pop(NOTE_SEEN, None)
    if others:
        row[NOTE_OTHERS] = others
    if known != seen_by(cells):
        row[NOTE_SEEN] = dict(sorted(known.items()))


def joined(cells: Iterable[Cell]) -> str:
    """The texts, latest first, each earlier one under a line that says when it was written."""
    texts: dict[str, str] = {}
    for text, time, _ in sorted(cells, key=lambda cell: (cell[1], cell[2]), reverse=True):
        if text and text not in texts:
            when = datetime.fromtimestamp(time / 1000, UTC).strftime("%Y-%m-%d %H:%M")
            texts[text] = f"\n\n--- also written, {when} UTC ---\n{text}" if texts else text
    return "".join(texts.values())
