"""Keys that move in the list, in the detail and between them."""

import pytest

from tests.tui.reading_session import reading
from tui_reader.library import Library
from tui_reader.papers import Status
from tui_reader.tui.screens.paper import PaperScreen


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ("j", 1),
        ("j j k", 1),
        ("down down up", 1),
        ("k", 0),
        ("G", 80),
        ("end", 80),
        ("G j", 80),
        ("G g", 0),
        ("G g g", 0),
        ("G home", 0),
        ("j J", 1),
    ],
)
async def test_moving_in_the_list(library: Library, keys: str, row: int) -> None:
    async with reading(library) as session:
        await session.press(*keys.split())
        assert session.app.desk.cursor == row
        assert session.screen.position == f"{row + 1}/81"


async def test_pages_are_as_long_as_the_list_is_high(library: Library) -> None:
    async with reading(library) as session:
        height = session.home.paper_list.page_height
        await session.press("pagedown")
        assert session.app.desk.cursor == height
        await session.press("ctrl+d")
        assert session.app.desk.cursor == height + height // 2
        await session.press("ctrl+u", "pageup")
        assert session.app.desk.cursor == 0


async def test_capital_j_scrolls_the_abstract_from_the_list(library: Library) -> None:
    async with reading(library, size=(80, 24)) as session:
        await session.press("j", "J", "J")
        assert session.home.view.place[0] == 3
        await session.press("K")
        assert session.home.view.place[0] == 2
        assert session.app.desk.cursor == 1


async def test_capital_j_goes_to_the_next_paper_from_the_abstract(library: Library) -> None:
    async with reading(library, size=(80, 24)) as session:
        await session.press("tab", "j", "J", "J", "K")
        assert session.app.desk.cursor == 1
        assert session.home.view.place[0] == 1


@pytest.mark.parametrize(
    ("keys", "in_detail"),
    [
        ("tab", True),
        ("tab tab", False),
        ("l", True),
        ("l h", False),
        ("right", True),
        ("right left", False),
    ],
)
async def test_other_pane(library: Library, keys: str, in_detail: bool) -> None:
    async with reading(library) as session:
        await session.press(*keys.split())
        home = session.home
        assert session.app.focused is (home.view if in_detail else home.paper_list)
        assert home.detail_rule.focused is in_detail


@pytest.mark.parametrize("back", ["escape", "q", "h"])
async def test_enter_opens_the_paper_screen_and_back(library: Library, back: str) -> None:
    async with reading(library) as session:
        await session.press("j", "enter")
        assert not session.at_home
        assert "Paper 2 of 81" in session.shown
        await session.press("J", "J", "K", back)
        assert session.at_home
        assert session.app.desk.cursor == 2
        assert session.home.position == "3/81"


async def test_paper_screen_scrolls(library: Library) -> None:
    async with reading(library, size=(50, 12)) as session:
        await session.press("enter", "j", "j")
        screen = session.app.screen
        assert isinstance(screen, PaperScreen)
        assert screen.view.place[0] == 3
        await session.press("G")
        assert session.screen.position == "end · ] next unread"
        await session.press("g")
        assert screen.view.place[0] == 1


@pytest.mark.parametrize("key", ["right_square_bracket", "right_parenthesis"])
async def test_next_unread(library: Library, key: str) -> None:
    library.mark([paper.id for paper in library.papers[1:5]], Status.READ)
    async with reading(library) as session:
        await session.press(key)
        assert session.app.desk.cursor == 5


@pytest.mark.parametrize("key", ["left_square_bracket", "left_parenthesis"])
async def test_previous_unread(library: Library, key: str) -> None:
    library.mark([paper.id for paper in library.papers[1:5]], Status.READ)
    async with reading(library) as session:
        await session.press(*"jjjjj", key)
        assert session.app.desk.cursor == 0


async def test_no_unread_below_says_how_many_are_above(library: Library) -> None:
    async with reading(library) as session:
        library.mark([paper.id for paper in library.papers[12:]], Status.READ)
        await session.press("G", "]")
        assert session.answer == "no unread below; 12 above ([)"
        library.mark([paper.id for paper in library.papers], Status.READ)
        await session.press("]")
        assert session.answer == "Nothing unread in this list"


async def test_q_in_the_detail_goes_to_the_list_first(library: Library) -> None:
    async with reading(library) as session:
        await session.press("l", "q")
        assert session.app.is_running
        assert session.app.focused is session.home.paper_list


async def test_escape_never_quits(library: Library) -> None:
    async with reading(library) as session:
        await session.press(*["escape"] * 5)
        assert session.app.is_running


async def test_escape_goes_one_step_back(library: Library) -> None:
    async with reading(library) as session:
        await session.press("j", "j", "/")
        await session.type("circuit")
        await session.press("enter", "space", "l")
        await session.press("escape")
        assert not session.home.in_detail
        assert session.home.selection
        await session.press("escape")
        assert not session.home.selection
        assert len(session.home.listing) == 5
        await session.press("escape")
        assert len(session.home.listing) == 81
        assert session.app.desk.cursor == 2


async def test_nothing_unread_is_said_only_where_nothing_is(library: Library) -> None:
    async with reading(library) as session:
        await session.press("A", "r", "0", "right_square_bracket")
        assert session.answer == "only this one is unread"
        await session.press("1", "left_square_bracket")
        assert session.answer == "Nothing unread in this list. 1 queued (f 1)"


async def test_a_click_moves_the_focus_and_what_shows_it(library: Library) -> None:
    async with reading(library) as session:
        home = session.home
        await session.press("j")
        await session.pilot.click(home.view, offset=(5, 5))
        await session.settle()
        assert home.in_detail
        assert home.detail_rule.focused
        await session.press("j")
        assert session.app.desk.cursor == 1
        await session.pilot.click(home.paper_list, offset=(5, 3))
        await session.settle()
        assert (home.in_detail, session.app.desk.cursor) == (False, 3)
