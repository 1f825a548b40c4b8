from textual import events, on

from tests.tui.widgets.shown import Shown
from tui_reader.tui.widgets.search_line import SearchLine


class SearchApp(Shown):
    def __init__(self) -> None:
        super().__init__(SearchLine())
        self.edited: list[str] = []
        self.pasted: list[str] = []

    @property
    def line(self) -> SearchLine:
        assert isinstance(self.widget, SearchLine)
        return self.widget

    @on(SearchLine.Edited)
    def _keep(self, message: SearchLine.Edited) -> None:
        self.edited.append(message.text)

    @on(SearchLine.Pasted)
    def _keep_paste(self, message: SearchLine.Pasted) -> None:
        self.pasted.append(message.text)


async def test_it_says_what_is_typed_and_shows_the_count() -> None:
    app = SearchApp()
    async with app.run_test(size=(80, 1)) as pilot:
        await pilot.press("a", "b", "space", "c")
        app.line.count = "5 exact of 81"
        await pilot.pause()
        assert app.edited == ["a", "ab", "ab ", "ab c"]
        assert drawn_line(app) == " / ab c" + " " * 59 + "5 exact of 81 "


def drawn_line(app: SearchApp) -> str:
    [strip] = app.line.render_lines(app.line.outer_size.region)
    assert strip.cell_length == app.size.width
    return strip.text


async def test_ctrl_w_takes_the_last_word_away() -> None:
    app = SearchApp()
    async with app.run_test(size=(80, 1)) as pilot:
        app.line.value = "galerkin metod"
        await pilot.press("end", "ctrl+w")
        assert app.line.value == "galerkin "


async def test_a_long_query_scrolls_before_the_count() -> None:
    app = SearchApp()
    async with app.run_test(size=(40, 1)) as pilot:
        app.line.count = "12 exact, 3 similar of 81"
        app.line.value = "x" * 60 + "end"
        await pilot.pause()
        line = drawn_line(app)
        assert line.endswith(" ")
        assert "of 81" in line or "…" in line
        await pilot.press("y")
        await pilot.pause()
        assert "y" in drawn_line(app)


async def test_a_short_paste_goes_in_on_one_clean_line() -> None:
    app = SearchApp()
    async with app.run_test(size=(80, 1)) as pilot:
        app.line.post_message(events.Paste("two\twords \x1b[2J\n"))
        await pilot.pause()
        assert app.line.value == "two words ␛[2J"
        assert drawn_line(app).isprintable()


async def test_lines_and_much_text_are_an_import_not_a_query() -> None:
    app = SearchApp()
    async with app.run_test(size=(80, 1)) as pilot:
        app.line.post_message(events.Paste("one\ntwo"))
        app.line.post_message(events.Paste("x" * 301))
        await pilot.pause()
        assert app.pasted == ["one\ntwo", "x" * 301]
        assert app.line.value == ""


async def test_a_value_from_outside_is_made_safe() -> None:
    app = SearchApp()
    async with app.run_test(size=(80, 1)) as pilot:
        app.line.value = 'author:"\x1b]52;c;eA==\x07 [/] \u202e\nX"'
        await pilot.pause()
        assert app.line.value == 'author:"␛]52;c;eA==␇ [/] \ufffd X"'
        assert "[/]" in drawn_line(app)
