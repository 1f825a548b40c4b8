"""Makes the parts of an index from papers: all but abstracts first, which take most of the time."""

import sys
from array import array
from collections.abc import Sequence
from unicodedata import unidata_version

from tui_reader.papers import Paper
from tui_reader.papers.progress import Told, nobody, telling
from tui_reader.search.facts import FactsBuilder
from tui_reader.search.folding import row_and_words
from tui_reader.search.initials import spelled
from tui_reader.search.language.vocabulary import most_frequent_first
from tui_reader.search.parts import Parts, from_lines, from_numbers, from_values, viewed
from tui_reader.search.postings import PostingsBuilder

# Raised whenever parts are made otherwise or mean something else; so are new characters.
VERSION = f"1, Unicode {unidata_version}, {sys.byteorder}"


def build_titles(papers: Sequence[Paper], told: Told = nobody) -> Parts:
    """Titles, authors, and what filters and orders ask for."""
    facts, names = FactsBuilder(), list[str]()
    titles, title_rows = PostingsBuilder(), list[str]()
    authors, author_rows = PostingsBuilder(), list[str]()
    for position, paper in enumerate(telling(papers, len(papers), told)):
        facts.append(paper)
        names.extend(paper.authors)
        row, found = row_and_words(paper.title, paper.shown.get(paper.title))
        title_rows.append(row)
        titles.append(position, found)
        row, found = row_and_words(" , ".join(paper.authors), commands=False)
        author_rows.append(row)
        authors.append(position, found)
    return viewed(
        {
            **facts.to_parts(),
            "title.rows": from_lines(title_rows),
            **titles.to_parts("title"),
            **spelled(title_rows),
            "author.rows": from_lines(author_rows),
            **authors.to_parts("author"),
            "author.names": from_values(most_frequent_first(names)),
        }
    )


def build_abstracts(papers: Sequence[Paper], told: Told = nobody) -> Parts:
    postings, rows, ends = PostingsBuilder(), bytearray(), array("Q", (0,))
    for position, paper in enumerate(telling(papers, len(papers), told)):
        if paper.abstracts:
            abstract = paper.abstracts[0]
            row, found = row_and_words(abstract, paper.shown.get(abstract))
            postings.append(position, found)
            rows += row.encode("utf-8", "surrogatepass")
        ends.append(len(rows))
    return viewed(
        {
            **postings.to_parts("abstract"),
            "abstract.rows": rows,
            "abstract.ends": from_numbers(ends),
        }
    )
