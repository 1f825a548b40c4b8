"""The themes. The sheets colour with their `$reader-…` variables only."""

from collections.abc import Mapping

from textual.theme import Theme


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
            **{f"reader-{name}": color for name, color in colors.items()},
            "text-muted": colors["muted"],
            "input-cursor-background": colors["text"],
            "input-cursor-foreground": colors["background"],
            "input-selection-background": colors["selection"],
            "input-selection-foreground": colors["text"],
            "screen-selection-background": colors["selection"],
            "screen-selection-foreground": colors["text"],
        },
    )


DARK = _own(
    "dark",
    True,
    {
        "background": "#14161b",
        "cursor": "#2a303b",
        "selection": "#353d4f",
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
