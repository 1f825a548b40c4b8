"""What all dialogs have in common."""

from typing import ClassVar

from textual.screen import ModalScreen
from textual.widgets import Static

from tui_reader.tui.actions.footers import Items
from tui_reader.tui.drawing.marks import ASCII, UNICODE, Marks
from tui_reader.tui.sheets import sheet
from tui_reader.tui.text import plain
from tui_reader.tui.widgets.footer import Footer


class Dialog(ModalScreen[None]):
    """Brings its sheet along: none is parsed before the first dialog opens.

    `KEYS` are what the footer names while it is open, instead of those of the screen below.
    """

    CSS_PATH = sheet("dialogs")
    KEYS: ClassVar[Items] = ()

    @property
    def marks(self) -> Marks:
        return ASCII if self.app.has_class("-ascii") else UNICODE

    def spelled(self, text: str) -> str:
        return self.marks.spelled(text)

    def key_line(self) -> Footer:
        """The footer, the last widget of each dialog."""
        footer = Footer(marks=self.marks)
        footer.set_reactive(Footer.items, self.KEYS)
        return footer

    def say(self, text: str) -> None:
        """Say what is wrong, or may follow."""
        self.query_one(".hint", Static).update(plain(self.spelled(text)))
