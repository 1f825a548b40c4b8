"""All keys, the welcome and the query language."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui_reader.tui.drawing.cells import wrap
from tui_reader.tui.drawing.lines import Line
from tui_reader.tui.drawing.marks import ASCII, UNICODE
from tui_reader.tui.sheets import sheet
from tui_reader.tui.text import plain
from tui_reader.tui.texts.help_text import KEYS_WIDTH, help_lines
from tui_reader.tui.texts.messages import key_lines

# Blanks at either side, as the sheet has it; before words below keys too long for their column.
MARGIN, INDENT = 2, 6


class HelpScreen(ModalScreen[None]):
    CSS_PATH = sheet("help")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,question_mark,f1,ctrl+c", "close", "back", priority=True),
        Binding("j,down", "scroll(1)", "down", priority=True),
        Binding("k,up", "scroll(-1)", "up", priority=True),
        Binding("ctrl+d,pagedown,space", "page(1)", "page", priority=True),
        Binding("ctrl+u,pageup", "page(-1)", "page up", priority=True),
        Binding("g,home", "scroll(-10000)", "top", priority=True),
        Binding("G,end", "scroll(10000)", "bottom", priority=True),
    ]

    def __init__(
        self, keymap: Mapping[str, tuple[str, ...]], papers: int, *, samples: bool
    ) -> None:
        super().__init__()
        self._lines = help_lines(keymap, papers, samples=samples)

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="page"):
            pairs, width = self._spelled(), self.app.size.width
            yield Static(
                Content("\n").join(line for pair in pairs for line in _lines(*pair, width)),
                id="keys",
                markup=False,
            )
        yield Static(classes="hint", markup=False)

    def _spelled(self) -> list[tuple[str, str]]:
        marks = ASCII if self.app.has_class("-ascii") else UNICODE
        return [(marks.spelled(keys), marks.spelled(words)) for keys, words in self._lines]

    def on_mount(self) -> None:
        self.watch(self.page, "scroll_y", self._show_place, init=False)

    def on_resize(self, event: events.Resize) -> None:
        pairs, width = self._spelled(), event.size.width
        self.query_one("#keys", Static).update(
            Content("\n").join(line for pair in pairs for line in _lines(*pair, width))
        )
        # The page has its size only after this.
        self.call_after_refresh(self._show_place)

    def _show_place(self) -> None:
        first, height, total = int(self.page.scroll_y), self.page.size.height, len(self._lines)
        last = min(first + height, max(self.page.virtual_size.height, 1))
        place = f"{first + 1}-{last} of {max(self.page.virtual_size.height, total)}"
        self.query_one(".hint", Static).update(plain(f" j k scroll   escape back   {place}"))

    @property
    def page(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)

    def action_close(self) -> None:
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        self.page.scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        self.action_scroll(pages * max(self.page.size.height - 2, 1))


def _lines(keys: str, words: str, width: int) -> Iterator[Content]:
    """What belongs together, with keys in their column and words wrapped beside them."""
    cells = max(width - 2 * MARGIN, 1)
    if not words:
        yield plain(keys).stylize("bold")
    elif not keys:
        yield from map(_content, key_lines(words, cells))
    elif len(keys) > KEYS_WIDTH:
        yield plain(f"  {keys}").stylize("$reader-accent")
        for start, end in wrap(words, cells - INDENT):
            yield plain(" " * INDENT + words[start:end])
    else:
        indent = KEYS_WIDTH + 3
        head = plain(f"  {keys:<{KEYS_WIDTH}} ").stylize("$reader-accent")
        for start, end in wrap(words, cells - indent):
            yield head + plain(words[start:end])
            head = plain(" " * indent)


def _content(line: Line) -> Content:
    parts = (
        plain(text).stylize("$reader-accent") if style == "key" else plain(text)
        for text, style in line
    )
    return Content("").join(parts)
