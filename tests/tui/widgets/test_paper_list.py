from collections.abc import Sequence

import pytest
from textual import on
from textual.geometry import Offset

from tests.tui.papers import hostile_papers, paper, search, untouched
from tests.tui.widgets.shown import Shown, drawn, strips
from tui_reader.papers import Paper, ReadingState, Status
from tui_reader.search.sort import Sort
from tui_reader.tui.drawing.cells import width
from tui_reader.tui.widgets.paper_list import PaperList

SIZE = (74, 10)


class ListApp(Shown):
    def __init__(self, papers: Sequence[Paper], rows: Sequence[int] | None = None) -> None:
        super().__init__(PaperList(lambda one: self.states.get(one.id, ReadingState())))
        self.states: dict[str, ReadingState] = {}
        self.clicks: list[tuple[str, int]] = []
        self.papers = papers
        self.rows = range(len(papers)) if rows is None else rows

    @property
    def list(self) -> PaperList:
        assert isinstance(self.widget, PaperList)
        return self.widget

    def on_mount(self) -> None:
        super().on_mount()
        self.list.papers = self.papers
        self.list.rows = self.rows
        self.list.cursor = 0

    @on(PaperList.CursorMoved)
    @on(PaperList.Opened)
    def _keep(self, message: PaperList.CursorMoved | PaperList.Opened) -> None:
        self.clicks.append((type(message).__name__, message.index))


PAPERS = tuple(paper(number) for number in range(100))


def cursor_line(app: ListApp) -> int:
    return next(y for y, line in enumerate(drawn(app.list)) if line.startswith("▌"))


async def test_only_rows_on_screen_are_drawn_however_many_there_are() -> None:
    app = ListApp(PAPERS, range(100))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.list.papers, app.list.rows = PAPERS * 1000, range(100_000)
        app.list.rows_drawn = 0
        await pilot.pause()
        assert app.list.rows_drawn == 10


async def test_moving_the_cursor_draws_two_rows() -> None:
    app = ListApp(PAPERS)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.list.rows_drawn = 0
        app.list.cursor = 1
        await pilot.pause()
        assert app.list.rows_drawn == 2
        assert cursor_line(app) == 1


async def test_the_view_follows_the_cursor_just_enough() -> None:
    app = ListApp(PAPERS)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for cursor, top in [(9, 0), (10, 1), (99, 90), (95, 90), (89, 89), (0, 0)]:
            app.list.cursor = cursor
            assert app.list.top == top


async def test_a_changed_state_draws_only_its_row() -> None:
    app = ListApp(PAPERS)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.list.rows_drawn = 0
        app.states[PAPERS[3].id] = ReadingState(status=Status.READ)
        app.list.repaint()
        await pilot.pause()
        assert app.list.rows_drawn == 1
        assert "✓ read" in drawn(app.list)[3]


async def test_selected_and_stale_rows() -> None:
    app = ListApp(PAPERS)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.list.selection = frozenset({PAPERS[1].id})
        app.list.stale = frozenset({PAPERS[2].id})
        await pilot.pause()
        assert [line[:3] for line in drawn(app.list)[:4]] == ["▌ ○", " ■○", "┆ ○", "  ○"]


async def test_similar_papers_stand_below_a_rule() -> None:
    app = ListApp(PAPERS, range(5))
    async with app.run_test(size=SIZE) as pilot:
        app.list.similar_from = 3
        app.list.cursor = 3
        await pilot.pause()
        assert drawn(app.list)[3].strip() == "── 2 similar ──"
        assert cursor_line(app) == 4
        assert [app.list.row_at(line) for line in range(7)] == [0, 1, 2, -1, 3, 4, -1]


async def test_hits_are_shown_with_a_style_beside_the_colour() -> None:
    app = ListApp(PAPERS)
    async with app.run_test(size=SIZE) as pilot:
        app.list.results = search(PAPERS, "circuits")
        await pilot.pause()
        [hit] = [part for part in strips(app.list)[1] if part.text == "circuits"]
        assert hit.style is not None
        assert hit.style.bold
        assert hit.style.underline


async def test_the_row_at_the_cursor_has_a_background_only_with_focus() -> None:
    def background(app: ListApp, line: int) -> object:
        style = next(iter(strips(app.list)[line])).style
        return style.bgcolor if style else None

    app = ListApp(PAPERS)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert background(app, 0) != background(app, 1)
        app.screen.set_focus(None)
        await pilot.pause()
        assert background(app, 0) == background(app, 1)
        assert cursor_line(app) == 0


async def test_without_colour_the_row_at_the_cursor_is_reversed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ListApp(PAPERS)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        first, second = (next(iter(strips(app.list)[line])).style for line in (0, 1))
        assert first is not None
        assert first.reverse
        assert second is None or not second.reverse


async def test_nothing_blinks_leans_or_dims() -> None:
    app = ListApp(hostile_papers())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        styles = [part.style for strip in strips(app.list) for part in strip if part.style]
        assert not any(style.italic or style.dim or style.blink for style in styles)


async def test_the_terminal_cursor_stands_on_the_row() -> None:
    app = ListApp(PAPERS)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.list.cursor = 42
        await pilot.pause()
        assert app.cursor_position == Offset(0, cursor_line(app))


async def test_the_mouse_moves_opens_and_scrolls() -> None:
    app = ListApp(PAPERS)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.click(offset=(5, 2))
        await pilot.click(offset=(5, 4), times=2)
        await pilot.pause()
        assert app.clicks == [
            ("CursorMoved", 2),
            ("CursorMoved", 4),
            ("Opened", 4),
        ]
        app.list.on_mouse_scroll_down()
        assert app.list.top == 3
        app.list.on_mouse_scroll_up()
        app.list.on_mouse_scroll_up()
        assert app.list.top == 0


async def test_the_message_stands_where_there_are_no_rows() -> None:
    app = ListApp(PAPERS, ())
    async with app.run_test(size=SIZE) as pilot:
        app.list.message = "No paper has this:  [/] 0\n\x1b[2Jsecond"
        await pilot.pause()
        assert [line.rstrip() for line in drawn(app.list)[:3]] == [
            "   No paper has this:  [/] 0",
            "   ␛[2Jsecond",
            "",
        ]


async def test_fewer_rows_than_before_keep_the_view_inside() -> None:
    app = ListApp(PAPERS)
    async with app.run_test(size=SIZE) as pilot:
        app.list.cursor = 99
        await pilot.pause()
        app.list.rows = range(5)
        app.list.cursor = 4
        await pilot.pause()
        assert app.list.top == 0
        assert cursor_line(app) == 4


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (10, 3), (39, 12), (66, 12), (250, 12)])
async def test_hostile_titles_keep_the_width_and_send_nothing_else(size: tuple[int, int]) -> None:
    app = ListApp(hostile_papers())
    async with app.run_test(size=size) as pilot:
        for sort in Sort:
            app.list.sort = sort
            await pilot.pause()
            for strip in strips(app.list):
                assert strip.cell_length == width(strip.text) == size[0]
                assert strip.text.isprintable()


async def test_an_untouched_list_is_empty() -> None:
    app = Shown(PaperList(untouched))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "".join(drawn(app.widget)).strip() == ""
