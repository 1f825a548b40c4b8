"""The list of papers: draws the rows on screen and nothing else, however many there are."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice, repeat
from typing import NamedTuple

from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive, var
from textual.strip import Strip

from tui_reader.papers import Paper, ReadingState
from tui_reader.search.results import Results
from tui_reader.search.sort import Sort
from tui_reader.tui.drawing.lines import Line, Piece, fit
from tui_reader.tui.drawing.marks import UNICODE, Marks
from tui_reader.tui.paper.columns import columns
from tui_reader.tui.paper.found import found_in_row
from tui_reader.tui.paper.highlights import watch_finder
from tui_reader.tui.paper.rows import Row, RowWriter
from tui_reader.tui.texts.messages import message_lines
from tui_reader.tui.widgets.painting import Scrolling

MESSAGE_MARGIN = 3
RULE_ENDS = 2
DOUBLE_CLICK = 2
# Rows kept painted; far more than any screen shows.
MOST_DRAWN = 1000


class Look(NamedTuple):
    """A row and its marks; `lit`: at the cursor of a list that has the focus."""

    row: int
    at_cursor: bool
    lit: bool
    selected: bool
    stale: bool


class Drawn(NamedTuple):
    state: ReadingState
    strip: Strip


class PaperList(Scrolling, can_focus=True):
    """`rows` are positions in `papers`; from the row `similar_from` on they match only similarly,
    and a rule that counts them goes before it. `message` is shown where there are no rows.

    `cursor` is an index into `rows`, -1 where there is none; `selection` and `stale` are ids.
    """

    papers: var[Sequence[Paper]] = var[Sequence[Paper]]((), init=False)
    rows: var[Sequence[int]] = var[Sequence[int]]((), init=False)
    similar_from: var[int] = var(-1, init=False)
    cursor: reactive[int] = reactive(-1, init=False)
    selection: reactive[frozenset[str]] = reactive(frozenset[str], init=False)
    stale: reactive[frozenset[str]] = reactive(frozenset[str], init=False)
    results: var[Results | None] = var[Results | None](None, init=False)
    sort: var[Sort] = var(Sort.DATE, init=False)
    message: reactive[str] = reactive("", init=False)

    class CursorMoved(Message):
        """By the mouse."""

        def __init__(self, index: int, paper: Paper) -> None:
            super().__init__()
            self.index = index
            self.paper = paper

    class Opened(Message):
        """By the mouse."""

        def __init__(self, index: int, paper: Paper) -> None:
            super().__init__()
            self.index = index
            self.paper = paper

    def __init__(
        self,
        state_of: Callable[[Paper], ReadingState],
        *,
        marks: Marks = UNICODE,
        watch: Sequence[str] = (),
        id: str | None = None,
    ) -> None:
        super().__init__(marks=marks, id=id)
        self._state_of = state_of
        self._watch = watch_finder(watch)
        self._writer = RowWriter((), marks)
        self._fitted: tuple[Size, Sort] | None = None
        self._drawn: dict[Look, Drawn] = {}
        self.rows_drawn = 0

    # Rows and lines: the rule before similar papers takes a line of its own.

    @property
    def line_count(self) -> int:
        return len(self.rows) + self._has_rule

    @property
    def _has_rule(self) -> bool:
        return 0 <= self.similar_from < len(self.rows)

    def line_of(self, row: int) -> int:
        return row + (self._has_rule and row >= self.similar_from)

    def row_at(self, line: int) -> int:
        """The row on a line, -1 where there is none."""
        if self._has_rule and line >= self.similar_from:
            line = -1 if line == self.similar_from else line - 1
        return line if line < len(self.rows) else -1

    # What changes

    def watch_papers(self) -> None:
        self._start_anew()

    def watch_rows(self) -> None:
        self._start_anew()

    def watch_similar_from(self) -> None:
        self._start_anew()

    def watch_results(self) -> None:
        self._start_anew()

    def watch_sort(self) -> None:
        self._start_anew()

    def watch_cursor(self) -> None:
        self.show_cursor()

    def on_resize(self) -> None:
        self._fit(self.size)
        self.show_cursor()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._drawn.clear()

    def _fit(self, size: Size) -> None:
        """Choose columns for the size there is: the first frame comes before its event."""
        if self._fitted == (size, self.sort):
            return
        self._fitted = (size, self.sort)
        self._writer = RowWriter(columns(size.width, self.sort), self.marks, self._watch)
        self._drawn.clear()
        self.set_reactive(PaperList.top, self._top_with_cursor())

    def _start_anew(self) -> None:
        self._drawn.clear()
        self.top = self.validate_top(self.top)
        self.show_cursor()
        self.refresh()

    def repaint(self) -> None:
        """Draw again the rows on screen whose papers' state changed."""
        lines = range(self.top, self.top + self.size.height)
        shown = {row for line in lines if (row := self.row_at(line)) >= 0}
        self._drawn = {
            look: drawn
            for look, drawn in self._drawn.items()
            if look.row in shown and drawn.state == self._state_of(self._paper(look.row))
        }
        self.refresh()

    # The cursor

    def show_cursor(self) -> None:
        """Scroll just enough that the cursor's row is on screen."""
        if not (self.size.height and 0 <= self.cursor < len(self.rows)):
            return
        self.top = self._top_with_cursor()
        self._place_terminal_cursor()

    def _top_with_cursor(self) -> int:
        if not 0 <= self.cursor < len(self.rows):
            return self.validate_top(self.top)
        line = self.line_of(self.cursor)
        return self.validate_top(min(max(self.top, line - self.size.height + 1), line))

    def _place_terminal_cursor(self) -> None:
        """Where magnifiers and screen readers look."""
        if self.has_focus:
            line = max(self.line_of(self.cursor) - self.top, 0)
            self.app.cursor_position = self.content_region.offset + Offset(0, line)

    def on_focus(self) -> None:
        self.refresh()
        self._place_terminal_cursor()

    def on_blur(self) -> None:
        self.refresh()

    # The mouse

    def on_click(self, event: events.Click) -> None:
        row = self.row_at(self.top + event.y)
        if row < 0:
            return
        paper = self._paper(row)
        if event.chain == DOUBLE_CLICK:
            self.post_message(self.Opened(row, paper))
        else:
            self.post_message(self.CursorMoved(row, paper))

    # Drawing

    def draw(self, size: Size) -> list[Strip]:
        self._fit(size)
        if not self.rows:
            return [self.paint(line) for line in self._message_lines(size)]
        lines = range(self.top, self.top + size.height)
        lit = self.cursor if self.has_focus else -1
        return [
            self._row(row, lit) if (row := self.row_at(line)) >= 0 else self._between(line, size)
            for line in lines
        ]

    def _row(self, row: int, lit: int) -> Strip:
        marks = self._marks(row) if self.selection or self.stale else (False, False)
        look = Look(row, row == self.cursor, row == lit, *marks)
        if look not in self._drawn:
            if len(self._drawn) > MOST_DRAWN:
                self._drawn.clear()
            self._drawn[look] = self._draw_row(look)
        return self._drawn[look].strip

    def _marks(self, row: int) -> tuple[bool, bool]:
        paper = self._paper(row)
        return paper.id in self.selection, paper.id in self.stale

    def _draw_row(self, look: Look) -> Drawn:
        self.rows_drawn += 1
        paper = self._paper(look.row)
        state = self._state_of(paper)
        similar = self._has_rule and look.row >= self.similar_from
        line = self._writer.line(
            Row(
                paper=paper,
                state=state,
                found=found_in_row(self.results, paper, similar=similar),
                at_cursor=look.at_cursor,
                selected=look.selected,
                stale=look.stale,
            )
        )
        strip = self.paint(line, "cursor" if look.lit else "")
        return Drawn(state, strip.adjust_cell_length(self.size.width))

    def _paper(self, row: int) -> Paper:
        return self.papers[self.rows[row]]

    def _between(self, line: int, size: Size) -> Strip:
        """The rule before similar papers, or a blank line below the last."""
        ends = self.marks.rule * RULE_ENDS
        count = len(self.rows) - self.similar_from
        words = f" {ends} {count} similar {ends}" if line < self.line_count else ""
        return self.paint(fit((Piece(words, "muted"),), size.width, self.marks.cut))

    def _message_lines(self, size: Size) -> Iterator[Line]:
        message = self.marks.spelled(self.message)
        lines = message_lines(message, size.width - MESSAGE_MARGIN, self.marks.cut)
        for line in islice(chain(lines, repeat(())), size.height):
            yield fit((Piece(" " * MESSAGE_MARGIN), *line), size.width, self.marks.cut)
