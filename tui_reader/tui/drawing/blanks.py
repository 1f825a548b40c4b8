"""What is seen of a style where there is no letter."""

from functools import lru_cache

from rich.style import Style


@lru_cache(maxsize=1024)
def on_blanks(style: Style | None) -> object:
    """The colour of the ground; the style itself where it draws lines or turns colours round."""
    if not style:
        return None
    lines = (style.underline, style.underline2, style.strike, style.overline)
    if any((*lines, style.reverse, style.frame, style.encircle, style.link)):
        return style
    return style.bgcolor
