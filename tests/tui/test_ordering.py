"""Views, sort orders and authors: keys of two strokes."""

import pytest

from tests.tui.reading_session import SMALL, reading
from tui_reader.library import Library
from tui_reader.papers import Status
from tui_reader.search.sort import Sort


@pytest.mark.parametrize(
    ("key", "query"),
    [(str(i), f"status:{status}") for i, status in enumerate(Status)]
    + [("s", "is:starred"), ("w", "added:7d"), ("?", "is:doubtful"), ("=", "is:proposed")],
)
async def test_f_opens_a_view_as_a_query(library: Library, key: str, query: str) -> None:
    library.mark([library.papers[4].id], Status.QUEUED)
    async with reading(library) as session:
        await session.press("f", key)
        assert session.home.line.value == query
        assert len(session.home.listing) == library.search(query).exact


async def test_the_strip_names_every_view_with_its_count(library: Library) -> None:
    library.mark([paper.id for paper in library.papers[:3]], Status.QUEUED)
    async with reading(library) as session:
        await session.press("f")
        shown = session.shown
        assert "0 unread 78" in shown
        assert "1 queued 3" in shown
        assert "a all 81" in shown


async def test_escape_leaves_a_strip_and_other_keys_do_nothing(library: Library) -> None:
    async with reading(library) as session:
        await session.press("f", "j", "G", "Q")
        assert session.home.strip
        assert session.app.desk.cursor == 0
        assert session.home.answer == "Q is none of these; escape leaves them"
        assert session.shown.splitlines()[-1].rstrip() == " escape leaves"
        await session.press("escape")
        assert not session.home.strip
        assert session.home.answer == ""
        assert "? help" in session.shown.splitlines()[-1]
        await session.press("j")
        assert session.app.desk.cursor == 1


async def test_f_a_shows_all_where_the_cursor_was(library: Library) -> None:
    async with reading(library) as session:
        await session.press("j", "j", "f", "0", "G", "f", "a")
        assert len(session.home.listing) == 81
        assert session.app.desk.cursor == 2


async def test_an_empty_view_says_so(library: Library) -> None:
    async with reading(library, size=SMALL) as session:
        await session.press("f", "1")
        sentence = "Nothing is queued. 1 queues the paper under the cursor; escape shows all 81"
        assert sentence in session.shown


@pytest.mark.parametrize(
    ("key", "sort"),
    list(
        zip(
            "dtaspncx",
            [
                Sort.DATE,
                Sort.TITLE,
                Sort.AUTHOR,
                Sort.STATUS,
                Sort.PROGRESS,
                Sort.ADDED,
                Sort.CATEGORY,
                Sort.SCORE,
            ],
            strict=True,
        )
    ),
)
async def test_s_sorts_and_keeps_the_paper_under_the_cursor(
    library: Library, key: str, sort: Sort
) -> None:
    async with reading(library) as session:
        await session.press("j", "j", "j")
        paper = session.paper.id
        await session.press("s", key)
        assert session.paper.id == paper
        assert session.answer == f"by {sort}"
        order = [library.papers[row].id for row in session.home.listing.rows]
        assert sorted(order) == sorted(paper.id for paper in library.papers)
        await session.press("S")
        assert session.answer == f"by {sort}, reversed"
        assert session.paper.id == paper


async def test_titles_are_sorted_by_title(library: Library) -> None:
    async with reading(library) as session:
        await session.press("s", "t", "g")
        first = session.title(0)
        await session.press("S", "g")
        assert session.title(80) == first


async def test_relevance_needs_a_search(library: Library) -> None:
    async with reading(library) as session:
        await session.press("s", "r")
        assert session.answer == "relevance needs a search: / starts one"


async def test_a_lists_an_authors_papers(library: Library) -> None:
    async with reading(library) as session:
        author = session.paper.authors[1]
        await session.press("a", "2")
        assert session.home.line.value == f'author:"{author}"'
        listed = session.home.listing
        assert len(listed) > 0
        papers = [listed.papers[row] for row in listed.rows[: listed.exact]]
        assert all(author in paper.authors for paper in papers)


async def test_a_a_is_the_first_author_also_from_the_paper_screen(library: Library) -> None:
    async with reading(library) as session:
        author = session.paper.authors[0]
        await session.press("enter", "a", "a")
        assert session.at_home
        assert session.home.line.value == f'author:"{author}"'


async def test_the_rule_names_the_order_that_holds(library: Library) -> None:
    async with reading(library) as session:
        rule = session.home.list_rule
        await session.press("f", "0")
        assert rule.right == ""
        await session.press("S")
        assert rule.right == "by date, reversed"
        await session.press("S", "/", *"circuit")
        assert rule.right == "by relevance"
