import pytest
from textual.color import Color
from textual.theme import Theme

from tests.tui.reading_session import reading
from tui_reader.library import Library
from tui_reader.tui.config import THEME_NAMES, Config
from tui_reader.tui.themes import HIGH_CONTRAST, THEMES

# What is read as text; `rule`, `cursor` and `background` are not.
INKS = (
    "text",
    "muted",
    "accent",
    "queued",
    "reading",
    "skimmed",
    "read",
    "dropped",
    "watch",
    "trouble",
)


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: Color) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, color.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratios(theme: Theme) -> list[float]:
    def color(name: str) -> Color:
        return Color.parse(theme.variables[f"reader-{name}"])

    papers = ("background", "cursor", "selection")
    return [contrast(color(ink), color(on)) for ink in INKS for on in papers]


def test_contrast_is_that_of_wcag() -> None:
    black, white = Color.parse("#000000"), Color.parse("#ffffff")
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), white) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_is_readable_in_every_theme(theme: Theme) -> None:
    assert min(ratios(theme)) >= 4.5


def test_high_contrast_has_four_colours_and_no_grey() -> None:
    assert min(ratios(HIGH_CONTRAST)) >= 7
    inks = {HIGH_CONTRAST.variables[f"reader-{ink}"] for ink in INKS}
    assert inks <= {"#ffffff", "#ffff00", "#00ffff"}


def test_the_config_names_them_all() -> None:
    assert tuple(theme.name for theme in THEMES) == THEME_NAMES
    assert Config().theme in THEME_NAMES


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
