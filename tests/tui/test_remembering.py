"""Coming back to where the reader was."""

import shutil
from pathlib import Path

import pytest

from tests.tui.reading_session import open_library, reading
from tui_reader.library import Library
from tui_reader.tui.desk.session import Place, place_of, values_of


async def test_first_start_welcomes_until_the_first_move(library: Library) -> None:
    async with reading(library) as session:
        assert "Welcome. These 81 papers are samples." in session.shown
        assert "I        your own papers" not in session.shown
        await session.press("j")
        assert "Welcome." not in session.shown
        await session.press("q")
    async with reading(library) as session:
        assert "Welcome." not in session.shown


async def test_cursor_sort_and_layout_come_back(library: Library) -> None:
    async with reading(library) as session:
        await session.press("s", "t", "j", "j", "z", "greater_than_sign")
        paper = session.paper.id
        await session.press("q")
    async with reading(library) as session:
        assert session.paper.id == paper
        assert session.home.wide
        assert session.home.shift == 0 or session.home.shift == 1
        assert session.home.paper_list.sort == "title"


async def test_a_restored_filter_says_so(library: Library) -> None:
    async with reading(library) as session:
        await session.press("j", "j", "f", "0", "j", "q")
    async with reading(library) as session:
        assert session.answer == "filter from last time: status:unread · escape shows all 81"
        assert session.home.line.value == "status:unread"
        assert session.app.desk.cursor == 1
        await session.press("escape")
        assert session.app.desk.cursor == 2


async def test_recent_queries_come_back(library: Library) -> None:
    async with reading(library) as session:
        await session.press("/", *"circuit", "enter", "escape", "q")
    async with reading(library) as session:
        await session.press("/", "up")
        assert session.home.line.value == "circuit"


async def test_a_damaged_session_is_ignored(library: Library) -> None:
    library.session.save({"query": 5, "sort": "colour", "shift": "x", "recent": [1], "draft": []})
    async with reading(library) as session:
        assert len(session.home.listing) == 81


def test_a_place_survives_being_written_and_read() -> None:
    place = Place(query="rl", paper="abc", recent=("a", "b"), shift=-3, wide=True)
    assert place_of(values_of(place)) == place


@pytest.mark.parametrize(
    "keys", [("/", "x"), ("4",), ("s", "t"), ("f", "1"), ("G",), ("asterisk",)]
)
async def test_the_welcome_gives_way_to_whatever_comes(
    library: Library, keys: tuple[str, ...]
) -> None:
    async with reading(library) as session:
        await session.press("question_mark", "q")
        assert "Welcome." in session.shown
        await session.press(*keys)
        assert "Welcome." not in session.shown


@pytest.mark.parametrize("query", ["training", "status:unread"])
async def test_the_cursor_comes_back_under_a_filter(
    samples: Path, tmp_path: Path, query: str
) -> None:
    """In another process there is no index yet when the filter is restored."""
    path, titles = tmp_path / "own", [""]
    shutil.copytree(samples, path)
    for keys in (("slash", *query, "enter", "j", "j", "j"), ()):
        library = open_library(path)
        async with reading(library) as session:
            if not keys:
                assert session.app.desk.cursor == 3
                assert [session.title(row) for row in range(9)] == titles
            await session.press(*keys)
            titles = [session.title(row) for row in range(9)]
            await session.press("q")
        library.close()


async def test_the_welcome_has_no_blank_lines_in_a_low_pane(library: Library) -> None:
    async with reading(library, size=(60, 20)) as session:
        lines = session.shown.splitlines()
        assert lines[9].startswith(" Welcome. ")
        assert lines[10].startswith(" j k ")
        assert lines[16] == " to this place."
