"""The line a query is typed into, with the count of what it finds at its right."""

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widgets import Input

from tui_reader.text import clean
from tui_reader.tui.drawing.cells import cut, drawable, width
from tui_reader.tui.drawing.marks import UNICODE, Marks
from tui_reader.tui.text import cleaned

PROMPT = " / "
LONGEST_PASTE = 300
COUNT_STEP = 8


class SearchLine(Input, inherit_css=False):
    """`count` is what stands at the right. Bindings beyond those of an Input are the screen's.

    Its looks are in styles/widgets.tcss alone: those of an Input are much to parse for one line.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {*Input.COMPONENT_CLASSES, "search-line--key"}

    count: var[str] = var("", init=False)

    class Edited(Message):
        """The text is another."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Pasted(Message):
        """More than a query was pasted; none of it went into the line."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, *, marks: Marks = UNICODE, id: str | None = None) -> None:
        super().__init__(id=id, select_on_focus=False)
        self.cursor_blink = False
        self.marks = marks

    def validate_value(self, value: str) -> str:
        return clean(value).replace("\n", " ")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Edited(event.value))

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        if len(event.text) > LONGEST_PASTE or "\n" in event.text.strip():
            self.post_message(self.Pasted(event.text))
        else:
            self.replace(cleaned(event.text), *sorted(self.selection))

    def watch_count(self, count: str) -> None:
        """Keep room for the count; more of it seldom, for each time lays the screen out."""
        needed = -(-(width(count) + 2) // COUNT_STEP) * COUNT_STEP
        if needed > self.styles.padding.right:
            self.styles.padding = (0, needed, 0, len(PROMPT))
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The input with the prompt and the count drawn over its padding."""
        whole = Region(0, 0, self.outer_size.width, 1)
        [line] = super().render_lines(whole)
        size = whole.width
        count = drawable(cut(cleaned(self.count), size // 2, self.marks.cut))
        key = self.get_component_rich_style("search-line--key")
        prompt = Strip([Segment(PROMPT, key)], len(PROMPT))
        tail = Strip([Segment(f" {count} ", self.rich_style)], width(count) + 2)
        background = self.background_colors[1]
        middle = line.crop(len(PROMPT), max(size - tail.cell_length, len(PROMPT)))
        for line_filter in self.get_line_filters():
            prompt, tail = (part.apply_filter(line_filter, background) for part in (prompt, tail))
        strip = Strip.join([prompt, middle, tail])
        return [strip.crop(crop.x, crop.right)] * crop.height
