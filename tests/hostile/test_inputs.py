"""Fields to type into hold no control characters, whichever way a text comes."""

from textual.app import App, ComposeResult
from textual.widgets import Input, TextArea

from tests.hostile.texts import CONTROLS
from tui_reader.text import clean
from tui_reader.tui.dialogs.inputs import line_to_type, text_to_type

HOSTILE = "".join(CONTROLS.values())


class Fields(App[None]):
    def compose(self) -> ComposeResult:
        yield line_to_type(id="ours")
        yield text_to_type("")
        yield Input(id="theirs")


async def test_fields_take_no_control_characters() -> None:
    async with Fields().run_test() as pilot:
        line, area = pilot.app.query_one("#ours", Input), pilot.app.query_one(TextArea)
        line.value = HOSTILE
        area.insert(HOSTILE)
        await pilot.pause()
        assert clean(line.value) == line.value
        assert clean(area.text) == area.text


async def test_textual_still_needs_the_guard() -> None:
    """When this fails, the fields of `tui_reader.tui.dialogs.inputs` can be Textual's own."""
    async with Fields().run_test() as pilot:
        theirs = pilot.app.query_one("#theirs", Input)
        theirs.value = "A\x1b]0;owned\x07B"
        await pilot.pause()
        drawn = "".join(segment.text for segment in theirs.render_line(0))
        assert "\x1b" in drawn
