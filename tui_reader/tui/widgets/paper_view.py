"""One paper as text, in the detail pane and on the paper screen."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.selection import Selection
from textual.strip import Strip

from tui_reader.papers import UNTOUCHED, Paper, ReadingState
from tui_reader.search.results import Results
from tui_reader.tui.drawing.cells import drawable
from tui_reader.tui.drawing.lines import Line, Piece, fit, restyled, text_of
from tui_reader.tui.drawing.marks import UNICODE, Marks
from tui_reader.tui.paper.found import best_line, found_in_text
from tui_reader.tui.paper.highlights import watch_finder
from tui_reader.tui.paper.paper_text import Look, PaperText, Subject, paper_text
from tui_reader.tui.texts.messages import key_lines
from tui_reader.tui.widgets.painting import Scrolling

COMPACT_BELOW = 14
SIDE_MARGIN = 2
# At either side of the text in the detail pane.
PANE_MARGIN = 1
NO_TEXT = PaperText((), 0, ())


class PaperView(Scrolling, can_focus=True):
    """`measure` 0 is the detail pane; else this is the paper screen, its text no wider than that.
    A pane that is `edged` has a line at its left.

    `message` stands in place of the paper while it is not empty. `proposals` are the papers
    this one may be the same work as. `source_names` maps ids of documents to own names.
    """

    ALLOW_SELECT = True

    paper: var[Paper | None] = var[Paper | None](None, init=False)
    state: var[ReadingState] = var(UNTOUCHED, init=False)
    results: var[Results | None] = var[Results | None](None, init=False)
    proposals: var[tuple[Paper, ...]] = var[tuple[Paper, ...]]((), init=False)
    source: var[bool] = var(False, init=False)
    variant: var[int] = var(0, init=False)
    message: var[str] = var("", init=False)
    today: var[date] = var(date.today, init=False)
    edged: var[bool] = var(False, init=False)
    source_names: var[Mapping[str, str]] = var[Mapping[str, str]](dict, init=False)

    class Scrolled(Message):
        """`place` is another."""

    def __init__(
        self,
        *,
        marks: Marks = UNICODE,
        watch: Sequence[str] = (),
        measure: int = 0,
        links_of: Callable[[Paper], Sequence[str]] = lambda paper: paper.urls,
        id: str | None = None,
    ) -> None:
        super().__init__(marks=marks, id=id)
        self.measure = measure
        self._watch = watch_finder(watch)
        self._links_of = links_of
        self._text: PaperText | None = None
        self._opening = True
        self._current = -1
        self._place_told = (0, 0, 0)

    # What it shows, written once for each paper and width

    @property
    def text(self) -> PaperText:
        if self._text is None:
            self._text = self._written()
            if self._opening and self.size:
                self._opening = False
                self._current = -1
                self.set_reactive(PaperView.top, self._first_top(self._text))
            self.set_reactive(PaperView.top, self.validate_top(self.top))
        return self._text

    def _written(self) -> PaperText:
        if self.message:
            return PaperText(self._message_lines(), 0, ())
        if self.paper is None or not self.text_width:
            return NO_TEXT
        return paper_text(
            Subject(
                paper=self.paper,
                state=self.state,
                found=found_in_text(self.results, self.paper, self.variant),
                proposals=self.proposals,
                variant=self.variant,
                links=self._links_of(self.paper),
            ),
            Look(
                width=self.text_width,
                marks=self.marks,
                today=self.today,
                compact=self.compact,
                whole_screen=self.measure > 0,
                source=self.source,
                watch=self._watch,
                document_names=self.source_names,
            ),
        )

    def _message_lines(self) -> tuple[Line, ...]:
        """Without its blank lines where it is higher than the pane."""
        lines = key_lines(self.message, self.text_width)
        if len(lines) <= self.size.height:
            return lines
        return tuple(line for line in lines if text_of(line))

    def _first_top(self, text: PaperText) -> int:
        """Where most hits are seen; the top if that shows as many, or the title has one."""
        if not text.hits or text.hits[0][0] < text.title_lines:
            return 0
        lines = [line - self._sticky(text) for line, _ in text.hits]
        return max(best_line(lines, self._page(text) - 1) - 1, 0)

    @property
    def compact(self) -> bool:
        return not self.measure and self.size.height < COMPACT_BELOW

    @property
    def text_width(self) -> int:
        if not self.measure:
            return max(self.size.width - self.margin - PANE_MARGIN, 0)
        return max(min(self.measure, self.size.width - 2 * SIDE_MARGIN), 1)

    @property
    def margin(self) -> int:
        """Blank cells before the text, the edge among them."""
        if not self.measure:
            return PANE_MARGIN + self.edged
        return (self.size.width - self.text_width) // 2

    # The title stays on top unless it would take half the pane.

    def _sticky(self, text: PaperText) -> int:
        return text.title_lines if text.title_lines * 2 <= self.size.height else 0

    def _page(self, text: PaperText) -> int:
        return self.size.height - self._sticky(text)

    @property
    def line_count(self) -> int:
        return len(self.text.lines) - self._sticky(self.text)

    @property
    def page_height(self) -> int:
        return self._page(self.text)

    @property
    def place(self) -> tuple[int, int, int]:
        """First and last line on screen and all there are, from 1, without a title that stays."""
        total = self.line_count
        return min(self.top + 1, total), min(self.top + self.page_height, total), total

    @property
    def percent(self) -> int:
        """How much of the text is above the lower edge of the screen."""
        _, last, total = self.place
        return 100 * last // total if total else 100

    @property
    def at_end(self) -> bool:
        return self.top >= self.furthest

    # Changes

    def watch_paper(self, before: Paper | None, now: Paper | None) -> None:
        self._write_anew(opening=(before and before.id) != (now and now.id))

    def watch_results(self) -> None:
        self._write_anew(opening=True)

    def watch_message(self) -> None:
        self._write_anew(opening=True)

    def watch_variant(self) -> None:
        self._write_anew(opening=True)

    def watch_state(self) -> None:
        self._write_anew()

    def watch_proposals(self) -> None:
        self._write_anew()

    def watch_source(self) -> None:
        self._write_anew()

    def watch_source_names(self) -> None:
        self._write_anew()

    def watch_today(self) -> None:
        self._write_anew()

    def watch_edged(self) -> None:
        self._write_anew()

    def on_resize(self) -> None:
        self._write_anew()

    def _write_anew(self, *, opening: bool = False) -> None:
        self._text = None
        self._opening = self._opening or opening
        self.refresh()
        self.call_next(self._tell_place)

    def watch_top(self) -> None:
        self._tell_place()

    def _tell_place(self) -> None:
        if self.size and self.place != self._place_told:
            self._place_told = self.place
            self.post_message(self.Scrolled())

    # Hits

    def next_hit(self) -> bool:
        return self._go_to(self._current + 1)

    def previous_hit(self) -> bool:
        return self._go_to(self._current - 1)

    def first_hit(self) -> bool:
        return self._go_to(0)

    def last_hit(self) -> bool:
        return self._go_to(len(self.text.hits) - 1)

    def _go_to(self, hit: int) -> bool:
        """Show a hit and mark it as the current one; False if there is none of that number."""
        text = self.text
        if not 0 <= hit < len(text.hits):
            return False
        self._current = hit
        line = text.hits[hit][0] - self._sticky(text)
        if line >= 0 and not self.top <= line < self.top + self.page_height:
            self.top = line - self.page_height // 3
        self.refresh()
        return True

    def _current_place(self) -> tuple[int, int]:
        """Line and piece of the current hit, -1 where there is none."""
        hits = self.text.hits
        return hits[self._current] if 0 <= self._current < len(hits) else (-1, -1)

    # Drawing

    def draw(self, size: Size) -> list[Strip]:
        text, width = self.text, self.text_width
        sticky = self._sticky(text)
        rest = self.top + sticky
        numbers = (*range(sticky), *range(rest, rest + size.height - sticky))
        edge = self.marks.edge if self.edged else ""
        before = Piece(edge, "rule"), Piece(" " * (self.margin - len(edge)))
        after = Piece(" " * (size.width - width - self.margin))
        return [
            self.paint((*before, *fit(line, width, self.marks.cut), after))
            for line in map(self._line, numbers)
        ]

    def _line(self, number: int) -> Line:
        lines = self.text.lines
        line = lines[number] if number < len(lines) else ()
        at, index = self._current_place()
        if at == number:
            piece = Piece(line[index].text, f"{line[index].style} current")
            line = (*line[:index], piece, *line[index + 1 :])
        selection = self.text_selection
        span = selection.get_span(number) if selection else None
        return restyled(line, *span, "selection") if span else line

    def render_line(self, y: int) -> Strip:
        """The line, telling the mouse what text stands where."""
        line, sticky = super().render_line(y), self._sticky(self.text)
        text = line.crop(self.margin).apply_offsets(0, y if y < sticky else self.top + y)
        return Strip.join([line.crop(0, self.margin), text])

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The lines as they are drawn, without the blanks behind them."""
        lines = [drawable(text_of(line)).rstrip() for line in self.text.lines]
        # Textual 8.2 fails on a selection below the last line.
        below = "\n" * (self.size.height + 1)
        return selection.extract("\n".join(lines) + below).rstrip("\n"), "\n"
