import pytest
from textual.color import Color
from textual.theme import Theme

from tests.tui.reading_session import reading
from tui_reader.library import Library
from tui_reader.tui.themes import (
    DEFAULT,
    HIGH_CONTRAST,
    INKS,
    READABLE,
    THEMES,
    contrast,
    textual_themes,
)


def ratios(theme: Theme) -> list[float]:
    def color(name: str) -> Color:
        return Color.parse(theme.variables[f"reader-{name}"])

    return [contrast(color(ink), color(on)) for ink in INKS for on in ("background", "cursor")]


def test_contrast_is_that_of_wcag() -> None:
    black, white = Color.parse("#000000"), Color.parse("#ffffff")
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), white) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", (*THEMES, *textual_themes()), ids=lambda theme: theme.name)
def test_text_is_readable_in_every_theme(theme: Theme) -> None:
    if theme.ansi:
        assert all(f"reader-{ink}" in theme.variables for ink in INKS)
    else:
        assert min(ratios(theme)) >= READABLE


def test_high_contrast_has_four_colours_and_no_grey() -> None:
    assert min(ratios(HIGH_CONTRAST)) >= 7
    inks = {HIGH_CONTRAST.variables[f"reader-{ink}"] for ink in INKS}
    assert inks <= {"#ffffff", "#ffff00", "#00ffff"}


def test_the_default_is_one_of_ours() -> None:
    assert DEFAULT in {theme.name for theme in THEMES}


async def test_without_colour_nothing_is_coloured(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(library) as session:
        await session.press("slash", *"circuit", "enter", "2", "asterisk")
        strips = session.app.screen._compositor.render_strips()
        styles = {segment.style for strip in strips for segment in strip if segment.style}
    colors = {color for style in styles for color in (style.color, style.bgcolor) if color}
    assert all(len(set(color.get_truecolor())) == 1 for color in colors)
