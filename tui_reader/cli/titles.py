"""Title and authors of a paper or record, each on one line."""

from tui_reader.latex import display
from tui_reader.papers import Paper, Record
from tui_reader.papers.names import family_name
from tui_reader.text import clean_line

_FIRST_WORDS = 12


def title_of(paper: Paper | Record, *, ascii: bool = False) -> str:
    """The first words of the abstract where there is no title."""
    if paper.title:
        return clean_line(display(paper.title))
    words = clean_line(display(paper.abstract)).split()
    first = " ".join(words[:_FIRST_WORDS])
    if ascii:
        return f'"{first}~"' if first else "(untitled)"
    return f"“{first}…”" if first else "(untitled)"


def authors_of(paper: Paper | Record) -> str:
    names = ", ".join(clean_line(display(author)) for author in paper.authors)
    return f"{names} et al." if names and paper.et_al else names


def first_author_of(paper: Paper | Record) -> str:
    """The family name, `+` where there are more."""
    if not paper.authors:
        return ""
    more = len(paper.authors) > 1 or paper.et_al
    return family_name(display(paper.authors[0])) + ("+" if more else "")
