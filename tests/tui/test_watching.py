"""Watch words of the config stand out in the list, the detail and on the paper screen."""

from tests.tui.reading_session import Session, reading
from tui_reader.library import Library
from tui_reader.tui.config import Config

CYAN = "#5cd6df"


def watched(session: Session) -> list[str]:
    """Texts on the screen in the colour of watch words, bold and not underlined."""
    width = session.app.size.width
    segments = [
        segment
        for strip in session.app.screen._compositor.render_strips()
        for segment in strip.crop(0, width)
    ]
    return [
        segment.text.strip()
        for segment in segments
        if segment.style
        and segment.style.bold
        and not segment.style.underline
        and segment.style.color
        and segment.style.color.name == CYAN
    ]


async def test_watch_words_stand_out_everywhere(library: Library) -> None:
    async with reading(library, Config(watch=("circuit*", "Cabannes"))) as session:
        await session.press("/", *"easing", "enter")
        assert {"Circuit", "Cabannes", "circuit"} <= set(watched(session))
        await session.press("enter")
        assert {"Circuit", "Cabannes", "circuit"} <= set(watched(session))
        await session.press("q", "/", *"easing circuit", "enter")
        assert "Circuit" not in watched(session)
        assert "Cabannes" in watched(session)


async def test_without_watch_words_nothing_stands_out(library: Library) -> None:
    async with reading(library) as session:
        await session.press("/", *"easing", "enter")
        assert watched(session) == []
