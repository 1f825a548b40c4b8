"""Saved queries: `F` keeps one, `f` opens one."""

from tests.tui.reading_session import SMALL, reading
from tui_reader.library import Library


async def test_f_keeps_the_query_in_the_search_line(library: Library) -> None:
    async with reading(library) as session:
        await session.press("/", *"circuit", "enter", "F")
        assert "6 saves circuit" in session.shown
        await session.press("6")
        assert session.answer == "view 6: circuit · u undoes"
        assert library.views == {"6": "circuit"}
        await session.press("escape", "f")
        assert "6 circuit 5" in session.shown
        await session.press("6")
        assert session.home.line.value == "circuit"
        assert len(session.home.listing) == 5


async def test_views_stay_in_the_library(library: Library) -> None:
    async with reading(library) as session:
        await session.press("/", *"circuit", "enter", "F", "B")
    library.flush()
    assert library.directory is not None
    again = Library.open(library.directory)
    assert again.views == {"B": "circuit"}
    again.close()


async def test_a_view_is_undone_and_redone(library: Library) -> None:
    async with reading(library) as session:
        await session.press("/", *"circuit", "enter", "F", "6", "u")
        assert session.answer == "undone: view 6: circuit · ctrl+r redoes"
        assert not library.views
        await session.press("U")
        assert session.answer == "redone: view 6: circuit · u undoes"
        assert library.views == {"6": "circuit"}


async def test_a_taken_key_asks_and_a_kept_one_says_why(library: Library) -> None:
    library.save_view("6", "neural collapse")
    async with reading(library) as session:
        await session.press("/", *"circuit", "enter", "F", "0")
        assert session.answer.startswith("0 always opens status:unread; 6-9 and letters")
        assert session.home.strip
        await session.press("6")
        assert session.answer.startswith("6 is taken: neural collapse · 6 again replaces it")
        await session.press("escape")
        assert library.views == {"6": "neural collapse"}
        await session.press("F", "6", "6")
        assert library.views == {"6": "circuit"}


async def test_a_view_is_deleted(library: Library) -> None:
    library.save_view("6", "neural collapse")
    async with reading(library) as session:
        await session.press("F")
        assert "6 deletes neural collapse" in session.shown
        await session.press("6")
        assert session.answer == "view 6 deleted · u undoes"
        await session.press("u", "/", *"circuit", "enter", "F", "-", "6")
        assert not library.views


async def test_without_a_query_there_is_nothing_to_keep(library: Library) -> None:
    async with reading(library) as session:
        await session.press("F")
        assert session.answer.startswith("nothing to save: / starts a search")
        assert not session.home.strip


async def test_a_read_only_library_keeps_no_view() -> None:
    library = Library(None, read_only=True)
    async with reading(library) as session:
        await session.press("/", "x", "enter", "F", "6")
        assert "read-only" in session.answer


async def test_many_views_are_all_named(library: Library) -> None:
    for key in "6789bcde":
        library.save_view(key, f"training of {key} in transformers")
    async with reading(library, size=SMALL) as session:
        await session.press("f")
        shown = session.shown
        assert all(f" {key} " in shown for key in "012345sw?=av6789bcde")
        await session.press("escape")
        assert "enter open" in session.shown


async def test_tab_completes_a_view(library: Library) -> None:
    library.save_view("6", "neural collapse -survey")
    async with reading(library) as session:
        await session.press("/", *"neu", "tab")
        assert session.home.line.value == "neural collapse -survey"
