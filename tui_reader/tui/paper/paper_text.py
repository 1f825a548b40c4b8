"""What the detail pane and the paper screen say about a paper, as lines of some width."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tui_reader.papers import Paper, ReadingState
from tui_reader.tui.drawing.cells import wrap
from tui_reader.tui.drawing.lines import Line, Piece, fit, width_of
from tui_reader.tui.drawing.marks import Marks
from tui_reader.tui.paper.highlights import NOTHING, NOTHING_FOUND, Found, Marked, Watch, marked
from tui_reader.tui.paper.paper_facts import (
    authors,
    date_and_category,
    question_lines,
    source_places,
    status_line,
    tag_words,
)
from tui_reader.tui.paper.rows import title_line
from tui_reader.tui.text import shown, shown_of, source

BLANK: Line = ()


class Look(NamedTuple):
    """How to write: `whole_screen` for the paper screen, `compact` without blank lines."""

    width: int
    marks: Marks
    today: date
    compact: bool = False
    whole_screen: bool = False
    source: bool = False
    watch: Watch | None = None
    document_names: Mapping[str, str] = {}


class Subject(NamedTuple):
    """What to write about; `variant` counts the abstracts of the paper from 0."""

    paper: Paper
    state: ReadingState
    found: Found = NOTHING_FOUND
    proposals: Sequence[Paper] = ()
    variant: int = 0
    links: Sequence[str] = ()


class PaperText(NamedTuple):
    """The first `title_lines` stay on top; `hits` are places (line, piece), each hit once."""

    lines: tuple[Line, ...]
    title_lines: int
    hits: tuple[tuple[int, int], ...]


def paper_text(subject: Subject, look: Look) -> PaperText:
    writer = _Writer(subject, look)
    writer.write()
    return PaperText(tuple(writer.lines), writer.title_lines, tuple(writer.hits))


class _Writer:
    def __init__(self, subject: Subject, look: Look) -> None:
        self._subject = subject
        self._paper = subject.paper
        self._look = look
        self.lines: list[Line] = []
        self.title_lines = 0
        self.hits: list[tuple[int, int]] = []

    def write(self) -> None:
        self._title()
        self.title_lines = len(self.lines)
        if self._look.compact:
            self._compact_head()
        else:
            self._head()
        self._abstract()
        self._note()
        self._links()
        self._places()

    def _title(self) -> None:
        if self._paper.title:
            self._text(self._marked(self._paper.title, "title"), "title")
            return
        look = self._look
        line = title_line(self._paper, self._subject.found, look.watch, look.marks, look.width)
        self._line(fit([piece.also("title") for piece in line], look.width, look.marks.cut))

    def _head(self) -> None:
        look, state = self._look, self._subject.state
        if names := authors(self._paper, look.marks):
            self._text(self._marked(names, "authors"))
        if facts := date_and_category(self._paper, look.marks):
            self._text(Marked(facts))
        status = status_line(state, look.width, look.marks, look.today)
        tags = self._tags(words=True)
        together = (*status, Piece(f" {look.marks.dot} "), *tags.pieces()) if tags.text else status
        if width_of(together) <= look.width:
            self._cut_line(together)
        else:
            self._line(status)
            if tags.text:
                self._text(tags)
        for line in question_lines(self._paper, self._subject.proposals, look.width, look.marks):
            self._line(line)
        self._blank()

    def _compact_head(self) -> None:
        look, state = self._look, self._subject.state
        dot = f" {look.marks.dot} "
        names, facts = authors(self._paper, look.marks), date_and_category(self._paper, look.marks)
        line = self._marked(names, "authors").pieces()
        if facts:
            line = (*line, Piece((dot if names else "") + facts))
        if line:
            self._cut_line(line)
        tags = self._tags(words=False)
        status = status_line(state, look.width, look.marks, look.today)
        self._cut_line((*status, Piece(dot), *tags.pieces()) if tags.text else status)
        for line in question_lines(
            self._paper, self._subject.proposals, look.width, look.marks, compact=True
        ):
            self._line(line)

    def _tags(self, *, words: bool) -> Marked:
        """`★ starred · #circuits #phd`; spans are counted in `circuits, phd`."""
        text = tag_words(self._subject.state, self._look.marks, words=words)
        found = self._subject.found.get("tags", NOTHING)
        return marked(text, found.moved(text.find("#") + 1))

    def _abstract(self) -> None:
        if self._paper.abstracts:
            variant = self._subject.variant % len(self._paper.abstracts)
            self._text(self._marked(self._paper.abstracts[variant], "abstract"))
        else:
            self._text(Marked(f"No abstract in {self._source_places()[0]}"))

    def _note(self) -> None:
        note = self._subject.state.note
        if not note and not self._look.whole_screen:
            return
        self._blank()
        heading: Line = (Piece("Note", "title"),)
        if self._look.whole_screen:
            heading = (*heading, Piece("  "), Piece("e", "key"), Piece(" edits"))
        self._line(heading)
        if note:
            self._text(self._marked(note, "note"))

    def _links(self) -> None:
        links = self._subject.links
        if links and not self._look.whole_screen:
            self._blank()
        for number, link in enumerate(links, 1):
            key = "o" if number == 1 else f"o {number}"
            indent = len(key) + 2
            lines = list(self._wrapped(Marked(shown(link)), self._look.width - indent))
            self._line((Piece(key, "key"), Piece("  "), *lines[0]))
            for line in lines[1:]:
                self._line((Piece(" " * indent), *line))

    def _places(self) -> None:
        places = self._source_places()
        if not self._subject.links and not self._look.whole_screen:
            self._blank()
        self._text(Marked(f"From {f' {self._look.marks.dot} '.join(places)}"), "muted")

    def _source_places(self) -> list[str]:
        return source_places(self._paper, self._look.document_names, self._look.marks)

    def _marked(self, text: str, name: str) -> Marked:
        if self._look.source:
            return marked(source(text), watch=self._look.watch)
        found = self._subject.found.get(name, NOTHING)
        return marked(shown_of(self._paper, text), found, self._look.watch)

    def _wrapped(self, text: Marked, width: int) -> list[Line]:
        return [text.pieces(start, end) for start, end in wrap(text.text, width)]

    def _text(self, text: Marked, style: str = "") -> None:
        """Wrapped lines; a hit that goes over a line's end is noted where it begins."""
        begun = {start for start, _, name in text.spans if name in {"hit", "similar"}}
        for start, end in wrap(text.text, self._look.width):
            at = start
            for index, piece in enumerate(line := text.pieces(start, end)):
                if at in begun:
                    self.hits.append((len(self.lines), index))
                at += len(piece.text)
            self._line(tuple(piece.also(style) for piece in line))

    def _cut_line(self, line: Line) -> None:
        short = fit(line, self._look.width, self._look.marks.cut)
        self.hits += [
            (len(self.lines), index)
            for index, piece in enumerate(short)
            if piece.style in {"hit", "similar"}
        ]
        self._line(short)

    def _line(self, line: Line) -> None:
        self.lines.append(line)

    def _blank(self) -> None:
        if not self._look.compact:
            self.lines.append(BLANK)
