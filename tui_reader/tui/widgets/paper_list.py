"""The list of papers: draws the rows on screen and nothing else, however many there are."""

from collections.abc import Callable, Collection, Iterable, Sequence

from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import var
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
MOST_STRIPS = 1000


class PaperList(Scrolling, can_focus=True):
    """`rows` are positions in `papers`; from the row `similar_from` on they match only similarly,
    and a rule that counts them goes before it. `message` is shown where there are no rows.

    `cursor` is an index into `rows`, -1 where there is none; `selection` and `stale` are ids.
    """

    papers: var[Sequence[Paper]] = var[Sequence[Paper]]((), init=False)
    rows: var[Sequence[int]] = var[Sequence[int]]((), init=False)
    similar_from: var[int] = var(-1, init=False)
    cursor: var[int] = var(-1, init=False)
    selection: var[frozenset[str]] = var(frozenset[str], init=False)
    stale: var[frozenset[str]] = var(frozenset[str], init=False)
    results: var[Results | None] = var[Results | None](None, init=False)
    sort: var[Sort] = var(Sort.DATE, init=False)
    message: var[str] = var("", init=False)

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
        self._strips: dict[int, Strip] = {}
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

    # What changes draws anew only what it changes.

    def watch_papers(self) -> None:
        self._start_anew()

    def watch_rows(self) -> None:
        self._start_anew()

    def watch_similar_from(self) -> None:
        self._start_anew()

    def watch_results(self) -> None:
        self._start_anew()

    def watch_message(self) -> None:
        self.refresh()

    def watch_sort(self) -> None:
        self._start_anew()

    def on_resize(self) -> None:
        self._fit()
        self.show_cursor()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()

    def _fit(self) -> None:
        """Choose columns for the size there is: the first frame comes before its event."""
        if self._fitted == (self.size, self.sort):
            return
        self._fitted = (self.size, self.sort)
        self._writer = RowWriter(columns(self.size.width, self.sort), self.marks, self._watch)
        self._strips.clear()
        self.set_reactive(PaperList.top, self._top_with_cursor())

    def _start_anew(self) -> None:
        self._strips.clear()
        self.top = self.validate_top(self.top)
        self.show_cursor()
        self.refresh()

    def watch_cursor(self, before: int, now: int) -> None:
        self._draw_again((before, now))
        self.show_cursor()

    def watch_selection(self, before: frozenset[str], now: frozenset[str]) -> None:
        self.repaint(before ^ now)

    def watch_stale(self, before: frozenset[str], now: frozenset[str]) -> None:
        self.repaint(before ^ now)

    def repaint(self, ids: Collection[str]) -> None:
        """Draw again the rows of these papers, whose state changed."""
        if ids:
            self._draw_again(row for row in tuple(self._strips) if self._paper(row).id in ids)

    def _draw_again(self, rows: Iterable[int]) -> None:
        for row in rows:
            self._strips.pop(row, None)
            line = self.line_of(row) - self.top
            if 0 <= line < self.size.height:
                self.refresh(Region(0, line, self.size.width, 1))

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
        self._focus_changed()

    def on_blur(self) -> None:
        self._focus_changed()

    def _focus_changed(self) -> None:
        self._draw_again((self.cursor,))
        self._place_terminal_cursor()

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

    def render_line(self, y: int) -> Strip:
        self._fit()
        width = self.size.width
        if not self.rows:
            return self.paint(self._message_line(y, width))
        line = self.top + y
        row = self.row_at(line)
        if row < 0:
            return self.paint(self._rule(width) if line < self.line_count else _blank(width))
        if row not in self._strips:
            if len(self._strips) > MOST_STRIPS:
                self._strips.clear()
            self._strips[row] = self._draw(row)
        return self._strips[row]

    def _draw(self, row: int) -> Strip:
        self.rows_drawn += 1
        paper = self._paper(row)
        line = self._writer.line(
            Row(
                paper=paper,
                state=self._state_of(paper),
                found=found_in_row(
                    self.results, paper, similar=self._has_rule and row >= self.similar_from
                ),
                at_cursor=row == self.cursor,
                selected=paper.id in self.selection,
                stale=paper.id in self.stale,
            )
        )
        return self.paint(line, "cursor" if row == self.cursor and self.has_focus else "")

    def _paper(self, row: int) -> Paper:
        return self.papers[self.rows[row]]

    def _rule(self, width: int) -> Line:
        ends = self.marks.rule * RULE_ENDS
        count = len(self.rows) - self.similar_from
        return fit((Piece(f" {ends} {count} similar {ends}", "muted"),), width, self.marks.cut)

    def _message_line(self, y: int, width: int) -> Line:
        message = self.marks.spelled(self.message)
        lines = message_lines(message, width - MESSAGE_MARGIN, self.marks.cut)
        line = lines[y] if y < len(lines) else ()
        return fit((Piece(" " * MESSAGE_MARGIN), *line), width, self.marks.cut)


def _blank(width: int) -> Line:
    return (Piece(" " * width),)
