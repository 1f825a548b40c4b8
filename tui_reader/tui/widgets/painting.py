"""Widgets that draw lines: from pieces with names of styles to what the terminal gets."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.dom import DOMNode
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.tui.drawing.cells import drawable, width
from tui_reader.tui.drawing.lines import Piece
from tui_reader.tui.drawing.marks import UNICODE, Marks


class Painted(Widget):
    """Its styles are the classes `line--NAME` of styles/widgets.tcss, below the widget.

    They are looked up as they are drawn: Textual's COMPONENT_CLASSES are all matched against
    all sheets, for every widget and at every change of its classes, its focus or the theme.
    """

    ALLOW_SELECT = False

    def __init__(self, *, marks: Marks = UNICODE, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self.marks = marks
        self._styles_by_names: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles_by_names.clear()

    def paint(self, line: Iterable[Piece], base: str = "") -> Strip:
        """The line with every piece over the style `base`."""
        pieces = [(drawable(piece.text), f"{base} {piece.style}") for piece in line]
        segments = (Segment(text, self._style_of(names)) for text, names in pieces if text)
        # Every change of style is some forty bytes for the terminal, also to the same again.
        return Strip(Segment.simplify(segments), sum(width(text) for text, _ in pieces))

    def redraw(self) -> None:
        """Draw the lines anew; unlike `refresh` not the border and padding around them."""
        self.refresh(self.size.region)

    def _style_of(self, names: str) -> Style:
        """The styles of the names one over the other, the widget's own lowest."""
        if names not in self._styles_by_names:
            style = self.rich_style
            for name in names.split():
                style += self._style_of_class(f"line--{name}")
            self._styles_by_names[names] = style
        return self._styles_by_names[names]

    def _style_of_class(self, name: str) -> Style:
        node = DOMNode(classes=name)
        node._attach(self)
        self.app.stylesheet.apply(node)
        return node.styles.partial_rich_style


class Scrolling(Painted):
    """Lines of which only those on screen are drawn; `top` is the first of them.

    It scrolls by itself: Textual's ScrollView lays the whole screen out anew whenever
    the number of lines changes.
    """

    WHEEL = 3

    top: var[int] = var(0, init=False)

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

    def watch_top(self) -> None:
        self.redraw()

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
