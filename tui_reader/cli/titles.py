"""A paper's title on one line, its first words where it has none."""

from tui_reader.latex import display
from tui_reader.papers import Paper
from tui_reader.text import clean_line

_FIRST_WORDS = 12


def title_of(paper: Paper, *, ascii: bool = False) -> str:
    if paper.title:
        return clean_line(display(paper.title))
    words = clean_line(display(paper.abstract)).split()
    first = " ".join(words[:_FIRST_WORDS])
    if ascii:
        return f'"{first}~"' if first else "(untitled)"
    return f"“{first}…”" if first else "(untitled)"


def authors_of(paper: Paper) -> str:
    names = ", ".join(clean_line(display(author)) for author in paper.authors)
    return f"{names} et al." if names and paper.et_al else names
