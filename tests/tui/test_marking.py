"""Keys that change what the reader made of papers."""

import pytest

from tests.tui.reading_session import SMALL, reading
from tui_reader.library import Library
from tui_reader.papers import Status


@pytest.mark.parametrize(("key", "status"), list(zip("12345", list(Status)[1:], strict=True)))
async def test_digits_set_the_status(library: Library, key: str, status: Status) -> None:
    async with reading(library) as session:
        await session.press("j", key)
        assert session.state().status is status
        assert session.answer == f"{status}: DynaMiCS: Fine-tuning… · u undoes"
        assert session.app.desk.cursor == 1


async def test_zero_makes_a_paper_unread_again(library: Library) -> None:
    async with reading(library) as session:
        await session.press("4", "0")
        assert session.state().status is Status.UNREAD
        assert session.state().progress == 0
        await session.press("0")
        assert session.answer == "unread already"


async def test_narrow_terminals_get_answers_without_title(library: Library) -> None:
    async with reading(library, size=SMALL) as session:
        await session.press("4")
        assert session.answer == "read · u undoes"


async def test_r_toggles_read_and_what_it_was_before(library: Library) -> None:
    async with reading(library) as session:
        await session.press("1", "r")
        assert session.state().status is Status.READ
        await session.press("r")
        assert session.state().status is Status.QUEUED


async def test_r_on_a_mixed_selection_makes_all_read(library: Library) -> None:
    async with reading(library) as session:
        await session.press("4", "space", "space", "r")
        states = [library.state(paper).status for paper in library.papers[:2]]
        assert states == [Status.READ, Status.READ]
        assert not session.app.desk.selection.ids


@pytest.mark.parametrize("key", ["+", "="])
async def test_plus_and_equals_raise_progress(library: Library, key: str) -> None:
    async with reading(library) as session:
        await session.press(key, key)
        assert (session.state().status, session.state().progress) == (Status.READING, 20)
        assert session.answer == "reading 20%: Formalizing Mathematics… · u undoes"


async def test_minus_lowers_progress_and_a_read_paper_is_being_read_again(
    library: Library,
) -> None:
    async with reading(library) as session:
        await session.press("4", "-")
        assert (session.state().status, session.state().progress) == (Status.READING, 90)


async def test_no_progress_to_take_away_is_said_in_percent(library: Library) -> None:
    async with reading(library) as session:
        await session.press("2", "-")
        assert session.answer == "reading 0% already"


@pytest.mark.parametrize(("typed", "percent"), [("40", 40), ("40%", 40), ("12/38", 31)])
async def test_progress_is_entered_as_percent_or_pages(
    library: Library, typed: str, percent: int
) -> None:
    async with reading(library) as session:
        await session.press("%")
        await session.type(typed)
        await session.press("enter")
        assert session.state().progress == percent


async def test_progress_that_is_none_is_named_and_the_field_stays(library: Library) -> None:
    async with reading(library) as session:
        await session.press("%")
        await session.type("12/0")
        await session.press("enter")
        assert "there is no page 12 of 0" in session.shown
        await session.press("escape")
        assert session.state().progress == 0


async def test_star_toggles(library: Library) -> None:
    async with reading(library) as session:
        await session.press("*")
        assert session.state().starred
        assert session.answer == "starred: Formalizing Mathematics… · u undoes"
        await session.press("*")
        assert not session.state().starred


async def test_tags_are_added_taken_away_and_completed(library: Library) -> None:
    async with reading(library) as session:
        await session.press("t")
        await session.type("+circuits phd")
        await session.press("enter")
        assert session.state().tags == ("circuits", "phd")
        await session.press("j", "t")
        await session.type("ci")
        await session.press("tab", "enter")
        assert session.state().tags == ("circuits",)
        await session.press("t")
        await session.type("-circuits")
        await session.press("enter")
        assert session.state().tags == ()


async def test_dot_repeats_the_last_change_here(library: Library) -> None:
    async with reading(library) as session:
        await session.press("full_stop")
        assert session.answer == "nothing to repeat yet"
        await session.press("t")
        await session.type("phd")
        await session.press("enter", "j", "full_stop", "j", "full_stop")
        assert [library.state(paper).tags for paper in library.papers[:3]] == [("phd",)] * 3


async def test_undo_and_redo_say_what_they_did(library: Library) -> None:
    async with reading(library) as session:
        await session.press("4", "u")
        assert session.state().status is Status.UNREAD
        assert session.answer == "undone: Formalizing Mathematics… as before · ctrl+r redoes"
        for key in ("ctrl+r", "U"):
            await session.press(key)
            assert session.state().status is Status.READ
            assert session.answer == "redone: Formalizing Mathematics… · u undoes"
            await session.press("u")
        await session.press("u")
        assert session.answer == "nothing to undo"


async def test_a_change_of_many_is_one_step(library: Library) -> None:
    async with reading(library) as session:
        await session.press("space", "space", "space", "4")
        assert session.answer == "3 papers read · u undoes all 3"
        assert "3 of 81 read" in session.shown
        await session.press("u")
        assert session.answer == "undone: 3 papers as before · ctrl+r redoes"
        assert "0 of 81 read" in session.shown


async def test_a_change_on_a_selection_ends_it_and_touches_only_listed_papers(
    library: Library,
) -> None:
    async with reading(library) as session:
        first = session.paper
        await session.press("space", "/")
        await session.type("circuit")
        await session.press("enter", "space")
        assert session.screen.selected == "2 selected, 1 not listed"
        await session.press("4")
        assert library.state(first).status is Status.UNREAD
        assert session.screen.selected == ""


async def test_digits_before_j_are_explained_three_times(library: Library) -> None:
    async with reading(library) as session:
        for _ in range(3):
            await session.press("5", "j")
            assert session.answer.endswith("· digits set a status; u undoes")
        await session.press("5", "j")
        assert session.answer.endswith("· u undoes")
        assert "digits" not in session.answer
