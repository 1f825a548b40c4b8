"""The texts that `y` copies."""

from collections.abc import Mapping
from urllib.parse import quote

from tui_reader.latex import display
from tui_reader.papers import Paper

# Old identifiers hold `<`, `#` and more that stands for something else in an address.
IN_PATHS = "/:;()@!$&'*+,="
KINDS: Mapping[str, str] = {"y": "citation", "t": "title", "a": "abstract", "l": "link"}


def links_of(paper: Paper) -> tuple[str, ...]:
    """Where the paper can be read: its identifiers as addresses, then the URLs of its abstract."""
    made = []
    if doi := paper.identifiers.get("doi"):
        made.append(f"https://doi.org/{quote(doi, safe=IN_PATHS, errors='replace')}")
    if arxiv := paper.identifiers.get("arxiv"):
        made.append(f"https://arxiv.org/abs/{arxiv}")
    if url := paper.identifiers.get("url"):
        made.append(url)
    return tuple(dict.fromkeys((*made, *paper.urls)))


def citation(paper: Paper) -> str:
    """One line: authors, year, title, and the first link where there is one."""
    authors = ", ".join(paper.authors) + (" et al." if paper.et_al else "")
    year = f"({paper.date[:4]})" if paper.date else ""
    title = paper.title or "Untitled"
    head = " ".join(part for part in (authors, year) if part)
    line = ". ".join(part for part in (head, title) if part) + "."
    return " ".join([display(line).replace("\n", " "), *links_of(paper)[:1]])


def text_to_copy(kind: str, paper: Paper) -> str:
    """The text of one of `KINDS`, empty where the paper has none."""
    if kind == "citation":
        return citation(paper)
    if kind == "title":
        return display(paper.title)
    if kind == "abstract":
        return display(paper.abstract)
    return next(iter(links_of(paper)), "")
