"""What all dialogs have in common."""

from textual.screen import ModalScreen

from tui_reader.tui.sheets import sheet


class Dialog(ModalScreen[None]):
    """Brings its sheet along: none is parsed before the first dialog opens."""

    CSS_PATH = sheet("dialogs")
