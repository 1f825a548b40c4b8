"""LaTeX in titles and abstracts, to Unicode."""

from tui_reader.text import clean


def to_unicode(text: str) -> str:
    return text


def display(text: str) -> str:
    """The text as it is shown; spans of search results count its code points."""
    return clean(to_unicode(text))
