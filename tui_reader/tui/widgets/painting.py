"""Widgets that draw lines: from pieces with names of styles to what the terminal gets."""

from collections.abc import Iterable, Sequence
from typing import Self

from rich.segment import Segment
from rich.style import Style
from textual.dom import DOMNode
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.tui.drawing.blanks import on_blanks
from tui_reader.tui.drawing.cells import drawn
from tui_reader.tui.drawing.changed import changed_regions
from tui_reader.tui.drawing.lines import Piece
from tui_reader.tui.drawing.marks import UNICODE, Marks
from tui_reader.tui.parts import InParts


class Painted(InParts, Widget, part=True):
    """Keeps its lines as they stand on the screen; those drawn anew go out where they differ.

    It has no border, padding or tint, so that nothing is to be done to a line once it is drawn.

    Its styles are the classes `line--NAME` of styles/widgets.tcss, below the widget.
    They are looked up as they are drawn: Textual's COMPONENT_CLASSES are all matched against
    all sheets, for every widget and at every change of its classes, its focus or the theme.
    """

    ALLOW_SELECT = False

    def __init__(self, *, marks: Marks = UNICODE, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self.marks = marks
        self._styles_by_names: dict[tuple[str, str], Style] = {}
        self._styles_by_class: dict[str, Style] = {}
        self._lines: Sequence[Strip] | None = None
        self._drawn_for = Size()
        self._outdated = False

    def draw(self, size: Size) -> Sequence[Strip]:
        """As many lines as the size is high, each as wide as it is wide."""
        raise NotImplementedError

    # When it is drawn

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """As Textual's, but drawn once all that changes has changed, and sent where it differs."""
        if layout:
            self._lines = None
        if self._lines is None or regions or not repaint:
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        self._outdated = True
        self.check_idle()
        return self

    def on_idle(self) -> None:
        """Before Textual's own handler, which has the regions sent to the terminal."""
        before, size = self._lines, self.size
        if not self._outdated or before is None or size != self._drawn_for:
            return
        if regions := changed_regions(before, self._draw(size)):
            self.refresh(*regions)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines as they were drawn last."""
        lines, size = self._lines, self.size
        if lines is None or size != self._drawn_for:
            lines = self._draw(size)
        shown = lines[crop.y : crop.bottom]
        if crop.column_span == (0, size.width):
            return list(shown)
        return [line.crop(*crop.column_span) for line in shown]

    def render_line(self, y: int) -> Strip:
        """Textual asks for it to know what the mouse is on."""
        [line] = self.render_lines(Region(0, y, self.size.width, 1))
        return line

    def _draw(self, size: Size) -> Sequence[Strip]:
        self._outdated = False
        self._drawn_for = size
        self._lines = self.draw(size)
        return self._lines

    # How it is painted

    def paint(self, line: Iterable[Piece], base: str = "") -> Strip:
        """The line with every piece over the style `base`."""
        segments: list[Segment] = []
        cells = 0
        for piece, style in line:
            text, wide = drawn(piece)
            if text:
                segments.append(Segment(text, self._style_of(base, style)))
                cells += wide
        return Strip(_joined(segments), cells)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles_by_names.clear()
        self._styles_by_class.clear()
        self.refresh()

    def _style_of(self, base: str, over: str) -> Style:
        """The styles of the names one over the other, the widget's own lowest."""
        known = self._styles_by_names.get((base, over))
        if known is None:
            names = ("", *base.split(), *over.split())
            style = self._filtered(Style.combine(map(self._style_of_class, names)))
            # Of equal ones the first, so that what is drawn can be compared by its identity.
            known = next((one for one in self._styles_by_names.values() if one == style), style)
            self._styles_by_names[base, over] = known
        return known

    def _style_of_class(self, name: str) -> Style:
        """Without a name the widget's own."""
        if name not in self._styles_by_class:
            self._styles_by_class[name] = self._matched(name) if name else self.rich_style
        return self._styles_by_class[name]

    def _matched(self, name: str) -> Style:
        node = DOMNode(classes=f"line--{name}")
        node._attach(self)
        self.app.stylesheet.apply(node)
        return node.styles.partial_rich_style

    def _filtered(self, style: Style) -> Style:
        """What Textual would make of every segment in it: no colour, say."""
        segments = [Segment(" ", style)]
        for line_filter in self.get_line_filters():
            segments = line_filter.apply(segments, self.background_colors[1])
        return segments[0].style or style


def _joined(segments: Iterable[Segment]) -> list[Segment]:
    """In as few as look the same: a change of style is twenty bytes for the terminal, and blanks
    look the same in any ink."""
    joined: list[Segment] = []
    for segment in segments:
        text, style, _ = segment
        before, last, _ = joined[-1] if joined else segment
        if joined and style is last:
            joined[-1] = Segment(before + text, style)
        elif joined and on_blanks(style) == on_blanks(last) and text.isspace():
            joined[-1] = Segment(before + text, last)
        elif joined and on_blanks(style) == on_blanks(last) and before.isspace():
            joined[-1] = Segment(before + text, style)
        else:
            joined.append(segment)
    return joined


class Scrolling(Painted, part=True):
    """Lines of which only those on screen are drawn; `top` is the first of them.

    It scrolls by itself: Textual's ScrollView lays the whole screen out anew whenever
    the number of lines changes.
    """

    WHEEL = 3

    top: reactive[int] = reactive(0, init=False)

    @property
    def line_count(self) -> int:
        raise NotImplementedError

    @property
    def page_height(self) -> int:
        """How many lines are on screen at once."""
        return self.size.height

    @property
    def furthest(self) -> int:
        """The largest `top` there is."""
        return max(self.line_count - self.page_height, 0)

    def validate_top(self, top: int) -> int:
        return min(max(top, 0), self.furthest) if self.size else max(top, 0)

    def scroll_lines(self, lines: int) -> None:
        self.top += lines

    def scroll_to_start(self) -> None:
        self.top = 0

    def scroll_to_end(self) -> None:
        self.top = self.furthest

    def on_mouse_scroll_down(self) -> None:
        self.scroll_lines(self.WHEEL)

    def on_mouse_scroll_up(self) -> None:
        self.scroll_lines(-self.WHEEL)
