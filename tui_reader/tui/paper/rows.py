"""One paper as a row of the list."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tui_reader.papers import Paper, ReadingState
from tui_reader.papers.names import family_name
from tui_reader.tui.drawing.cells import padded, width
from tui_reader.tui.drawing.lines import Line, Piece, fit
from tui_reader.tui.drawing.marks import Marks
from tui_reader.tui.paper.bars import MUTED, bar, has_bar, status_in_row
from tui_reader.tui.paper.columns import SHORT_AUTHOR, YEAR, Column, Slot
from tui_reader.tui.paper.dates import iso_day
from tui_reader.tui.paper.highlights import NOTHING, NOTHING_FOUND, Found, Marked, Watch, marked
from tui_reader.tui.text import cleaned, shown_of

# No row shows more of an abstract than this.
_FIRST_WORDS = 400


class Row(NamedTuple):
    """What a row says; `at_cursor`, `selected` and `stale` are its marks in the gutter."""

    paper: Paper
    state: ReadingState
    found: Found = NOTHING_FOUND
    at_cursor: bool = False
    selected: bool = False
    stale: bool = False


class RowWriter(NamedTuple):
    """Writes rows in the same columns, each exactly as wide as the columns are together."""

    slots: tuple[Slot, ...]
    marks: Marks
    watch: Watch | None = None

    def line(self, row: Row) -> Line:
        style = "muted" if row.state.status in MUTED else ""
        pieces: list[Piece] = []
        for slot in self.slots:
            over = "" if slot.column is Column.GUTTER else style
            if slot.gap:
                pieces.append(Piece(" " * slot.gap, over))
            cell = _CELLS[slot.column](self, row, slot.width)
            pieces += [piece.also(over) for piece in fit(cell, slot.width, self.marks.cut)]
        return tuple(pieces)

    def _gutter(self, row: Row, width: int) -> Line:
        marks = self.marks
        stale = Piece(marks.stale if row.stale else " ", "muted")
        first = Piece(marks.cursor, "accent") if row.at_cursor else stale
        if row.selected:
            return first, Piece(marks.selected, "strong")
        return first, stale if row.at_cursor else Piece(" ")

    def _mark(self, row: Row, width: int) -> Line:
        status = row.state.status
        return (Piece(self.marks.status[status], status.value),)

    def _status(self, row: Row, width: int) -> Line:
        status = row.state.status
        return (Piece(f"{self.marks.status[status]} {status_in_row(row.state)}", status.value),)

    def _bar(self, row: Row, width: int) -> Line:
        return bar(row.state, width - 1, self.marks) if has_bar(row.state) else ()

    def _flags(self, row: Row, width: int) -> Line:
        star = self.marks.star if row.state.starred else " "
        flag = question_mark(row.paper, self.marks)
        flags = (flag.strip() or star) if width < _ALL_FLAGS else star + flag
        return (Piece(flags, "strong"),)

    def _title(self, row: Row, width: int) -> Line:
        return title_line(row.paper, row.found, self.watch, self.marks, width)

    def _author(self, row: Row, width: int) -> Line:
        authors = row.paper.authors
        if not authors:
            return (Piece(self.marks.nothing),)
        names = marked(authors_text(row.paper), row.found.get("authors", NOTHING), self.watch)
        first = shown_of(row.paper, authors[0])
        short = width <= SHORT_AUTHOR
        name = family_name(first) if short else first
        start = max(first.find(name), 0)
        line = names.pieces(start, start + len(name))
        if len(authors) == 1 and not row.paper.et_al:
            return line
        others = names.pieces(len(first))
        styles = {piece.style for piece in others}
        style = next((name for name in ("hit", "similar", "watch") if name in styles), "")
        return (*line, Piece("+" if short else " et al.", style))

    def _category(self, row: Row, width: int) -> Line:
        return (Piece(cleaned(row.paper.category)),)

    def _score(self, row: Row, width: int) -> Line:
        score = row.paper.score
        return (Piece("" if score is None else f"{score:{width}.1f}"),)

    def _progress(self, row: Row, width: int) -> Line:
        return (Piece(f"{row.state.progress:{width - 1}}%"),)

    def _added(self, row: Row, width: int) -> Line:
        return (Piece(iso_day(row.paper.added_at)),)

    def _year(self, row: Row, width: int) -> Line:
        doubt = "?" if row.paper.date_inferred and width > YEAR else ""
        return (Piece(cleaned(row.paper.date[:YEAR]) + doubt),)


_ALL_FLAGS = 3
_CELLS: Mapping[Column, Callable[[RowWriter, Row, int], Line]] = {
    Column.GUTTER: RowWriter._gutter,
    Column.MARK: RowWriter._mark,
    Column.STATUS: RowWriter._status,
    Column.BAR: RowWriter._bar,
    Column.FLAGS: RowWriter._flags,
    Column.TITLE: RowWriter._title,
    Column.AUTHOR: RowWriter._author,
    Column.CATEGORY: RowWriter._category,
    Column.SCORE: RowWriter._score,
    Column.PROGRESS: RowWriter._progress,
    Column.ADDED: RowWriter._added,
    Column.YEAR: RowWriter._year,
}


def question_mark(paper: Paper, marks: Marks) -> str:
    """The open question about a paper: a proposal goes before a doubtful record."""
    if paper.proposed:
        return marks.proposed
    return marks.doubtful if paper.needs_review else " "


def authors_text(paper: Paper) -> str:
    """The field that spans of hits in authors are counted in."""
    return shown_of(paper, ", ".join(paper.authors))


def title_line(
    paper: Paper,
    found: Found,
    watch: Watch | None,
    marks: Marks,
    cells: int,
) -> Line:
    """The title; without one, the first words of the abstract behind a quotation mark."""
    if paper.title:
        return _one_line(
            marked(shown_of(paper, paper.title), found.get("title", NOTHING), watch)
        ).pieces()
    if not paper.abstract:
        return (Piece(marks.nothing),)
    words = _one_line(
        marked(shown_of(paper, paper.abstract), found.get("abstract", NOTHING), watch)
    )
    line = (Piece(marks.quote[:1]), *words.pieces(0, _FIRST_WORDS))
    return line if sum(width(piece.text) for piece in line) > cells else (*line, Piece(marks.cut))


def _one_line(text: Marked) -> Marked:
    return Marked(text.text.replace("\n", " "), text.spans)


def padded_title(paper: Paper, marks: Marks, cells: int) -> str:
    """A paper's title, or first words, in exactly so many cells."""
    line = title_line(paper, {}, None, marks, cells)
    return padded("".join(piece.text for piece in line), cells, marks.cut)
