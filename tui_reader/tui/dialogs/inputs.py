"""Fields to type into, all alike: no blinking, text made safe to show.

Textual 8.2 draws what stands in a field as it is, control characters among it, and
takes those of a paste into it.
"""

from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult

from tui_reader.text import clean, clean_line


class SafeInput(Input):
    def validate_value(self, value: str) -> str:
        return clean(value).replace("\n", " ")


class SafeTextArea(TextArea):
    def edit(self, edit: Edit) -> EditResult:
        edit.text = clean(edit.text)
        return super().edit(edit)


def line_to_type(value: str = "", *, id: str | None = None) -> Input:
    field = SafeInput(clean_line(value), id=id, select_on_focus=False)
    field.cursor_blink = False
    return field


def text_to_type(text: str, *, read_only: bool = False) -> TextArea:
    area = SafeTextArea(clean(text), soft_wrap=True, tab_behavior="indent", read_only=read_only)
    area.cursor_blink = False
    return area
