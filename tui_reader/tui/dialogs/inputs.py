"""Fields to type into, all alike: no blinking, text made safe to show."""

from textual.widgets import Input, TextArea

from tui_reader.text import clean, clean_line


def line_to_type(value: str = "", *, id: str | None = None) -> Input:
    field = Input(clean_line(value), id=id, select_on_focus=False)
    field.cursor_blink = False
    return field


def text_to_type(text: str, *, read_only: bool = False) -> TextArea:
    area = TextArea(clean(text), soft_wrap=True, tab_behavior="indent", read_only=read_only)
    area.cursor_blink = False
    return area
