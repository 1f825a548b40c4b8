"""The search line."""

import shutil
from pathlib import Path

import pytest

from tests.tui.reading_session import SMALL, open_library, reading
from tui_reader.library import Library
from tui_reader.search.index import Index
from tui_reader.tui.desk.desk import Desk


async def test_search_answers_at_each_key(library: Library) -> None:
    async with reading(library) as session:
        counts = []
        await session.press("/")
        for letter in "training":
            await session.press(letter)
            counts.append(session.home.listing.exact)
        assert counts == sorted(counts, reverse=True)
        assert counts[-1] > 20
        assert session.home.count == f"{counts[-1]} exact of 81"


async def test_letters_are_letters_while_searching(library: Library) -> None:
    async with reading(library) as session:
        await session.press("/")
        await session.type("q4 rx?")
        assert session.home.line.value == "q4 rx?"
        assert session.app.is_running
        assert all(library.state(paper).status == "unread" for paper in library.papers)


async def test_a_burst_of_keys_acts_in_order(library: Library) -> None:
    async with reading(library) as session:
        await session.press("/", *"circuit", "enter", "j", "4", "escape", "u", "/", *"head")
        assert session.home.line.value == "head"
        assert library.history() != []
        assert not any(library.state(paper).status == "read" for paper in library.papers)


async def test_enter_keeps_the_filter_and_escape_clears_it(library: Library) -> None:
    async with reading(library) as session:
        await session.press("j", "j", "j", "/")
        await session.type("circuit")
        await session.press("enter")
        assert session.app.focused is session.home.paper_list
        assert len(session.home.listing) == 5
        assert session.app.desk.cursor == 0
        await session.press("escape")
        assert len(session.home.listing) == 81
        assert session.app.desk.cursor == 3
        assert session.home.line.value == ""


async def test_escape_leaves_the_line_first(library: Library) -> None:
    async with reading(library) as session:
        await session.press("/")
        await session.type("circuit")
        await session.press("escape")
        assert session.app.focused is session.home.paper_list
        assert len(session.home.listing) == 5


async def test_emptying_the_line_puts_the_cursor_back(library: Library) -> None:
    async with reading(library) as session:
        await session.press("j", "j", "/")
        await session.type("rl")
        await session.press("ctrl+u")
        assert (len(session.home.listing), session.app.desk.cursor) == (81, 2)


async def test_up_and_down_move_the_list_while_searching(library: Library) -> None:
    async with reading(library) as session:
        await session.press("/")
        await session.type("training")
        await session.press("down", "down", "up")
        assert session.app.desk.cursor == 1
        assert session.home.line.value == "training"


async def test_recent_queries(library: Library) -> None:
    async with reading(library) as session:
        for query in ("circuit", "attention"):
            await session.press("/")
            await session.type(query)
            await session.press("enter", "escape")
        await session.press("/", "up")
        assert session.home.line.value == "attention"
        await session.press("ctrl+r")
        assert session.home.line.value == "circuit"
        await session.press("ctrl+r")
        assert session.home.line.value == "attention"


async def test_editing_keys_edit_the_line(library: Library) -> None:
    async with reading(library) as session:
        await session.press("/")
        await session.type("scaling laws")
        await session.press("ctrl+w")
        assert session.home.line.value == "scaling "
        await session.press("ctrl+a", "x", "ctrl+d")
        assert session.home.line.value == "xcaling "


async def test_nothing_found_says_why(library: Library) -> None:
    async with reading(library, size=SMALL) as session:
        await session.press("/")
        await session.type("galerkin metod year:2019")
        assert session.home.count == "0 of 81"
        shown = session.shown
        assert "No paper has all of these. One by one:" in shown
        assert "near it: method" in shown
        assert "escape twice shows all 81 where you were" in shown


async def test_the_paper_that_would_be_found_stands_in_one_line(library: Library) -> None:
    async with reading(library, size=SMALL) as session:
        await session.press("/", *"galerkin metod year:2019")
        assert session.shown.splitlines()[2:6] == [
            "   No paper has all of these. One by one:",
            "   galerkin 1  ·  metod 0, near it: method 37  ·  year:2019 1",
            "   Without year:2019 there is 1: The Galerkin method beats Graph-Based Approach…",
            "   ctrl+w takes the last word away; escape twice shows all 81 where you were",
        ]


async def test_hints_are_shown_while_typing(library: Library) -> None:
    async with reading(library) as session:
        await session.press("/")
        await session.type("year:20x")
        assert "not a year: 20x" in session.answer


async def test_tab_completes_fields_and_tags(library: Library) -> None:
    library.tag([library.papers[0].id], add=["circuits"])
    async with reading(library) as session:
        await session.press("/")
        await session.type("tag:ci")
        await session.press("tab")
        assert session.home.line.value.strip() == "tag:circuits"
        assert session.answer == "circuits"
        assert len(session.home.listing) == 1


async def test_n_walks_the_hits_and_on_into_the_next_paper(library: Library) -> None:
    async with reading(library) as session:
        await session.press("n")
        assert session.answer == "no search: / starts one, e edits the note"
        await session.press("/")
        await session.type("circuit")
        await session.press("enter")
        cursors = []
        for _ in range(40):
            await session.press("n")
            cursors.append(session.app.desk.cursor)
        assert cursors == sorted(cursors)
        assert cursors[-1] == 4
        for _ in range(40):
            await session.press("N")
        assert session.app.desk.cursor == 0


async def test_rows_stay_when_they_no_longer_match(library: Library) -> None:
    async with reading(library) as session:
        await session.press("f", "0")
        assert session.home.line.value == "status:unread"
        titles = [session.title(row) for row in range(5)]
        await session.press("j", "4")
        assert [session.title(row) for row in range(5)] == titles
        assert session.app.desk.cursor == 1
        assert session.home.stale == {session.paper.id}
        assert session.answer.endswith("1 no longer matches · ctrl+l tidies")
        await session.press("j", "ctrl+l")
        assert not session.home.stale
        assert [session.title(row) for row in range(4)] == [titles[0], *titles[2:]]
        assert session.paper.title == titles[2]


async def test_undo_takes_the_mark_away(library: Library) -> None:
    async with reading(library) as session:
        await session.press("f", "0", "4", "u")
        assert not session.home.stale


async def test_a_hint_goes_when_its_cause_is_gone(library: Library) -> None:
    async with reading(library) as session:
        await session.press("/", *"year:20x", "backspace")
        assert session.answer == ""
        await session.press("ctrl+u", *"tag:")
        assert session.answer == "no word to search for; all papers are listed"
        assert session.home.count == "all 81"
        await session.press("x")
        assert session.answer == ""


async def test_a_tag_is_found_at_once(library: Library) -> None:
    async with reading(library) as session:
        await session.press("t", *"phd", "enter", "/", *"tag:phd")
        assert len(session.home.listing) == 1
        assert session.paper is library.papers[0]
        await session.press("escape", "escape", "u", "/", *"tag:phd")
        assert len(session.home.listing) == 0


async def test_the_index_is_built_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    built = []
    make = Index.__init__

    def counted(self: Index, *args: object, **options: object) -> None:
        built.append(self)
        make(self, *args, **options)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(Index, "__init__", counted)
    async with reading(library) as session:
        await session.press("/", *"circuit", "enter", "4", "escape", "f", "4")
        assert len(built) == 1
        assert library.index is library.first_index


async def test_nothing_found_counts_all_fields(library: Library) -> None:
    async with reading(library, size=SMALL) as session:
        await session.press("/")
        await session.type("galerkin metod year:2019")
        assert f"near it: method {library.search('method').exact}" in session.shown


async def test_a_similar_hit_is_underlined(library: Library) -> None:
    async with reading(library) as session:
        await session.press("/", *"metod")
        assert session.home.count == "0 exact, 1 similar of 81"
        results = session.home.results
        assert results is not None
        assert results.spans(session.paper)["title"].similar


async def test_what_is_asked_before_the_abstracts_are_read_has_the_same_order(
    samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(samples, tmp_path / "own")
    library = open_library(tmp_path / "own")
    library.session.save({"recent": ["training"]})
    monkeypatch.setattr(Desk, "add_abstracts", lambda self: None)
    async with reading(library) as session:
        await session.press("slash", "up")
        await session.settle()
        shown = [session.title(row) for row in range(len(session.home.listing))]
    assert shown == [hit.paper.title for hit in library.search("training").hits]
    library.close()
