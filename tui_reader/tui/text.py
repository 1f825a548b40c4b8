"""The one door for text from outside: nothing of it reaches a widget but through here."""

from functools import lru_cache

from textual.content import Content

from tui_reader.latex import display
from tui_reader.papers import Paper
from tui_reader.text import clean, clean_line

# More of one text than this is not drawn, so that no key waits for a text of megabytes.
LONGEST = 50_000


def plain(text: str) -> Content:
    """The text as it stands, made safe, with no markup read in it."""
    return Content(clean(text))


def cleaned(text: str) -> str:
    """The text made safe, on one line."""
    return clean_line(text)


@lru_cache(maxsize=2048)
def shown(text: str) -> str:
    """A title, name or abstract as it is displayed: LaTeX as Unicode, made safe.

    The spans of search results are code points of this text.
    """
    return display(text[:LONGEST]) + _left_out(text)


def shown_of(paper: Paper, text: str) -> str:
    """A text of this paper as it is displayed."""
    return paper.shown.get(text) or shown(text)


@lru_cache(maxsize=512)
def source(text: str) -> str:
    """The text made safe and else as it stands: newlines, blanks and LaTeX."""
    return clean(text[:LONGEST]) + _left_out(text)


def _left_out(text: str) -> str:
    left = len(text) - LONGEST
    return f" ... {left} characters more are not drawn" if left > 0 else ""
