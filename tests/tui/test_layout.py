"""How the panes share the terminal."""

import pytest

from tests.tui.reading_session import reading
from tui_reader.library import Library
from tui_reader.tui.config import Config, Layout
from tui_reader.tui.desk.layout import arrange


@pytest.mark.parametrize(
    ("width", "height", "side", "alone", "size"),
    [
        (80, 24, False, False, 8),
        (60, 20, False, False, 6),
        (80, 40, False, False, 16),
        (109, 36, False, False, 14),
        (110, 36, True, False, 68),
        (120, 36, True, False, 74),
        (300, 50, True, False, 208),
        (80, 15, False, True, 4),
    ],
)
def test_arrangement_by_size(width: int, height: int, side: bool, alone: bool, size: int) -> None:
    got = arrange(width, height)
    assert (got.side, got.alone, got.list_size, got.too_small) == (side, alone, size, "")


def test_too_small_says_what_is_needed() -> None:
    assert arrange(28, 7).too_small == "30x8 is the least, this is 28x7"


def test_layout_of_the_config_wins() -> None:
    assert not arrange(200, 50, wanted=Layout.STACKED).side
    assert arrange(90, 30, wanted=Layout.SIDE).side


async def test_z_shows_one_pane_alone(library: Library) -> None:
    async with reading(library) as session:
        home = session.home
        await session.press("z")
        assert home.paper_list.size.width == 120
        assert not home.view.region
        await session.press("tab")
        assert home.view.region.width == 120
        assert not home.paper_list.region
        await session.press("z", "tab")
        assert home.view.region
        assert home.paper_list.region


async def test_angle_brackets_resize(library: Library) -> None:
    async with reading(library) as session:
        before = session.home.paper_list.size.width
        await session.press("greater_than_sign")
        assert session.home.paper_list.size.width == before + 4
        await session.press("less_than_sign", "less_than_sign")
        assert session.home.paper_list.size.width == before - 4


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (10, 3), (20, 5), (29, 8), (30, 7)])
async def test_too_small_a_terminal_says_so_and_lives(
    library: Library, size: tuple[int, int]
) -> None:
    async with reading(library, size=size) as session:
        await session.press("j", "enter", "question_mark", "escape", "escape")
        assert session.app.is_running
        if size[0] > 28:
            assert "is the least" in session.shown


async def test_resizing_through_all_sizes(library: Library) -> None:
    async with reading(library) as session:
        await session.press("j", "e")
        for width, height in [(1, 1), (2, 1), (10, 3), (300, 3), (30, 8), (500, 200), (120, 36)]:
            await session.pilot.resize_terminal(width, height)
            await session.settle()
        await session.press("escape")
        for width, height in [(1, 1), (300, 3), (80, 24)]:
            await session.pilot.resize_terminal(width, height)
        await session.press("j")
        assert session.app.desk.cursor == 2
        assert "Papers" in session.shown


async def test_the_config_sets_the_layout(library: Library) -> None:
    async with reading(library, Config(layout=Layout.STACKED)) as session:
        assert session.home.paper_list.size.width == 120


async def test_a_search_survives_a_terminal_that_was_too_small(library: Library) -> None:
    async with reading(library) as session:
        await session.press("/", *"cir")
        for width, height in [(1, 1), (120, 36)]:
            await session.pilot.resize_terminal(width, height)
            await session.press("j")
        await session.press("/", "end", *"cuit", "enter", "4")
        assert session.home.line.value.startswith("cir")
        assert session.app.focused is session.home.paper_list
        await session.press("escape", "q")
        assert not session.app.is_running


async def test_the_paper_screen_too_says_when_the_terminal_is_too_small(library: Library) -> None:
    async with reading(library) as session:
        await session.press("enter")
        await session.pilot.resize_terminal(29, 8)
        await session.settle()
        assert " ".join(session.shown.split()) == "30x8 is the least, this is 29x8"
        await session.pilot.resize_terminal(30, 8)
        await session.settle()
        assert "Formalizing" in session.shown
        assert "? help" in session.shown
