"""What the toolkit would read as markup is shown letter for letter; nothing can be clicked."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.texts import MARKUP
from tests.tui.reading_session import Session, reading
from tui_reader.library import Library

PROBES = {name: text for name, text in MARKUP.items() if name != "escaped"}
# Keys that bring the text to a place where it is seen.
PLACES = {
    "list and detail": (),
    "paper screen": ("enter",),
    "note": ("e",),
    "correction": ("c",),
    "links": ("o",),
    "an author": ("a",),
    "tags": ("t", "tab"),
    "answer": ("4",),
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library.open(tmp_path / "library", samples=False)
    papers = [
        {
            "title": text,
            "authors": [text],
            "abstract": text,
            "urls": ["https://a.example/" + text.replace(" ", "+")],
            "note": text,
            "tags": [text.split()[0]],
            "date": f"2026-01-{number + 1:02}",
        }
        for number, text in enumerate(PROBES.values())
    ]
    library.add_bytes("papers.json", json.dumps(papers).encode(), with_tracker=True)
    yield library
    library.close()


def clickable(session: Session) -> list[str]:
    """Texts that bear a link or an action."""
    return [
        segment.text
        for strip in session.app.screen._compositor.render_strips()
        for segment in strip
        if segment.style and (segment.style.link or "@click" in (segment.style.meta or {}))
    ]


@pytest.mark.parametrize("place", PLACES)
async def test_shown_letter_for_letter(library: Library, place: str) -> None:
    async with reading(library) as session:
        assert len(session.app.desk.listing) == len(PROBES)
        for _ in PROBES:
            await session.press(*PLACES[place])
            title = session.app.desk.paper.title if session.app.desk.paper else ""
            assert title.split()[0] in session.shown
            if place in {"list and detail", "paper screen", "note", "correction"}:
                assert all(word in session.shown for word in title.split())
            assert not clickable(session)
            while not session.at_home:
                await session.press("escape")
            await session.press("escape", "j")


@pytest.mark.parametrize("probe", PROBES)
async def test_toasts_show_it_letter_for_letter(library: Library, probe: str) -> None:
    async with reading(library) as session:
        session.app.toast(PROBES[probe])
        await session.settle()
        shown = " ".join(session.shown.split())
        assert all(word in shown for word in PROBES[probe].split())
        assert not clickable(session)
