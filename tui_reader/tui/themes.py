"""The themes: three of our own, and Textual's made readable.

The sheets colour with the `$reader-…` variables, which every theme here has; a theme
without them cannot be used.
"""

from collections.abc import Mapping
from dataclasses import replace

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

DEFAULT = "dark"
READABLE = 4.5
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
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, color.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _own(name: str, dark: bool, colors: Mapping[str, str]) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=colors["accent"],
        secondary=colors["queued"],
        accent=colors["accent"],
        warning=colors["reading"],
        error=colors["trouble"],
        success=colors["read"],
        foreground=colors["text"],
        background=colors["background"],
        surface=colors["background"],
        panel=colors["cursor"],
        variables={
            **_variables(colors),
            "text-muted": colors["muted"],
            "input-cursor-background": colors["text"],
            "input-cursor-foreground": colors["background"],
            "input-selection-background": colors["selection"],
            "input-selection-foreground": colors["text"],
            "screen-selection-background": colors["selection"],
            "screen-selection-foreground": colors["text"],
        },
    )


def _variables(colors: Mapping[str, str]) -> dict[str, str]:
    return {f"reader-{name}": color for name, color in colors.items()}


DARK = _own(
    "dark",
    True,
    {
        "background": "#14161b",
        "cursor": "#2a303b",
        "selection": "#3a4356",
        "rule": "#5c6472",
        "text": "#dfe2e7",
        "muted": "#a3abb7",
        "accent": "#ffb454",
        "queued": "#74b8ff",
        "reading": "#efe06e",
        "skimmed": "#a8c79a",
        "read": "#74ca7b",
        "dropped": "#a3abb7",
        "watch": "#5cd6df",
        "trouble": "#ff8a80",
    },
)
LIGHT = _own(
    "light",
    False,
    {
        "background": "#fbfaf7",
        "cursor": "#ebe7dc",
        "selection": "#d5dcec",
        "rule": "#9a968b",
        "text": "#22252a",
        "muted": "#575d66",
        "accent": "#8c4a00",
        "queued": "#0a4fa8",
        "reading": "#6b5800",
        "skimmed": "#48633a",
        "read": "#17682d",
        "dropped": "#575d66",
        "watch": "#0a6170",
        "trouble": "#a8201a",
    },
)
HIGH_CONTRAST = _own(
    "high-contrast",
    True,
    {
        "background": "#000000",
        "cursor": "#003c44",
        "selection": "#004a54",
        "rule": "#ffffff",
        "text": "#ffffff",
        "muted": "#ffffff",
        "accent": "#ffff00",
        "queued": "#00ffff",
        "reading": "#ffff00",
        "skimmed": "#00ffff",
        "read": "#00ffff",
        "dropped": "#ffffff",
        "watch": "#00ffff",
        "trouble": "#ffff00",
    },
)
THEMES = (DARK, LIGHT, HIGH_CONTRAST)

# Where the terminal chooses the colours, contrast is the terminal's too.
_ANSI = {
    "background": "ansi_default",
    "cursor": "ansi_default",
    "selection": "ansi_blue",
    "rule": "ansi_default",
    "text": "ansi_default",
    "muted": "ansi_default",
    "accent": "ansi_yellow",
    "queued": "ansi_blue",
    "reading": "ansi_yellow",
    "skimmed": "ansi_green",
    "read": "ansi_green",
    "dropped": "ansi_default",
    "watch": "ansi_cyan",
    "trouble": "ansi_red",
}
_TEXTUAL_NAMES = {
    "accent": "accent",
    "queued": "primary",
    "reading": "warning",
    "skimmed": "success",
    "read": "success",
    "watch": "secondary",
    "trouble": "error",
}


def readable(theme: Theme) -> Theme:
    """One of Textual's themes with the variables of ours, each ink moved until it reads well."""
    if theme.ansi:
        return replace(theme, variables={**theme.variables, **_variables(_ANSI)})
    generated = theme.to_color_system().generate()
    paper = Color.parse(generated["background"])
    ink = Color.parse(theme.foreground or paper.get_contrast_text(1).hex)
    cursor = paper.blend(ink, 0.12, 1)
    grey = paper.blend(ink, 0.7, 1)
    wanted = {name: Color.parse(generated[of]) for name, of in _TEXTUAL_NAMES.items()}
    wanted |= {"text": ink, "muted": grey, "dropped": grey}
    colors = {name: _readable(wanted[name], paper, cursor) for name in INKS}
    colors |= {
        "background": paper.hex,
        "cursor": cursor.hex,
        "selection": paper.blend(ink, 0.25, 1).hex,
        "rule": paper.blend(ink, 0.4, 1).hex,
    }
    return replace(theme, variables={**theme.variables, **_variables(colors)})


def _readable(color: Color, *backgrounds: Color) -> str:
    end = Color.parse("#ffffff" if _luminance(backgrounds[0]) < 0.18 else "#000000")
    for step in range(21):
        tried = color.blend(end, step / 20, 1)
        if min(contrast(tried, background) for background in backgrounds) >= READABLE:
            return tried.hex
    return end.hex


def textual_themes() -> tuple[Theme, ...]:
    """Textual's own, made readable; some milliseconds each."""
    return tuple(readable(theme) for theme in BUILTIN_THEMES.values())
