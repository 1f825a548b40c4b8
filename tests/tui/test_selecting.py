"""Selecting papers in the list."""

import pytest

from tests.tui.reading_session import SMALL, reading
from tui_reader.library import Library
from tui_reader.papers import Status


async def test_space_selects_and_moves_down(library: Library) -> None:
    async with reading(library) as session:
        first = session.paper.id
        await session.press("space")
        assert session.app.desk.cursor == 1
        assert session.home.selection == {first}
        await session.press("k", "space")
        assert session.home.selection == frozenset()


@pytest.mark.parametrize("key", ["v", "V"])
async def test_a_range_grows_and_shrinks_with_the_cursor(library: Library, key: str) -> None:
    async with reading(library) as session:
        await session.press("j", key, "j", "j", "j", "k")
        assert session.home.selection == {paper.id for paper in library.papers[1:4]}
        await session.press(key, "j", "j")
        assert len(session.home.selection) == 3
        await session.press("3")
        marked = [library.state(paper).status is Status.SKIMMED for paper in library.papers[:5]]
        assert marked == [False, True, True, True, False]


async def test_capital_a_selects_all_listed_and_drops_them_again(library: Library) -> None:
    async with reading(library) as session:
        await session.press("/")
        await session.type("circuit")
        await session.press("enter", "A")
        assert session.screen.selected == "5 selected"
        await session.press("A")
        assert session.screen.selected == ""


async def test_selected_papers_can_be_listed_alone(library: Library) -> None:
    async with reading(library) as session:
        await session.press("f", "v")
        assert session.answer == "nothing is selected: space selects"
        await session.press("space", "j", "space", "/")
        await session.type("circuit")
        await session.press("enter", "f", "v")
        assert [session.title(0), session.title(1)] == [
            library.papers[0].title,
            library.papers[2].title,
        ]
        await session.press("escape", "escape")
        assert len(session.home.listing) == 81


async def test_the_footer_names_what_a_selection_is_for(library: Library) -> None:
    async with reading(library) as session:
        await session.press("space")
        assert "1 selected: 1-5 status" in session.shown.splitlines()[-1]


@pytest.mark.parametrize("key", ["4", "t", "y", "*"])
async def test_a_selection_that_is_not_listed_is_named_and_kept(library: Library, key: str) -> None:
    async with reading(library) as session:
        await session.press("space", "space", "/", *"clustering", "enter", key)
        assert session.answer == "of the 2 selected none is listed · f v lists them"
        assert len(session.home.selection) == 2


async def test_why_nothing_was_changed_fits_80_columns(library: Library) -> None:
    async with reading(library, size=SMALL) as session:
        await session.press("space", "space", "f", "1", "2")
        assert session.answer == "none is listed · f v lists them"
        assert "none is listed · f v lists them  " in session.shown
