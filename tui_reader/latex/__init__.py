"""LaTeX in titles and abstracts, to Unicode."""

from tui_reader.text import clean

# No title or abstract is longer; what is stays as it is.
LONGEST = 100_000


def has_signs(text: str) -> bool:
    """Whether the text may hold LaTeX at all; most do not."""
    return "\\" in text or "$" in text or "`" in text


def to_unicode(text: str) -> str:
    """Maths, macros, accents and quotes as characters; what is no LaTeX as it stands.

    Never raises: LaTeX that cannot be read stays as its source.
    """
    if len(text) > LONGEST or not has_signs(text):
        return text
    # pylatexenc is slow to import, and most texts need nothing of it.
    from tui_reader.latex.fragments import replace_fragments

    return replace_fragments(text)


def display(text: str) -> str:
    """The text as it is shown; spans of search results count its code points."""
    return clean(to_unicode(text))
