"""Makes the parts of an index from papers: all but abstracts first, which take most of the time."""

import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from unicodedata import unidata_version

from tui_reader.papers import Paper
from tui_reader.papers.progress import EVERY, Told, nobody
from tui_reader.search.author_names import NamesBuilder
from tui_reader.search.facts import FactsBuilder
from tui_reader.search.folding import row_and_words
from tui_reader.search.initials import spelled
from tui_reader.search.parts import Parts, Pieces, from_lines, joined, viewed
from tui_reader.search.postings import PostingsBuilder
from tui_reader.search.ranks import RanksBuilder
from tui_reader.search.texts import TextsBuilder

# Raised whenever parts are made otherwise or mean something else; so are new characters.
VERSION = f"3, Unicode {unidata_version}, {sys.byteorder}"


def build_titles(papers: Sequence[Paper], told: Told = nobody) -> Parts:
    """Titles, authors, and what filters and orders ask for."""
    facts = FactsBuilder()
    titles, title_rows = PostingsBuilder(), list[str]()
    authors, author_rows = PostingsBuilder(), list[str]()
    for start, run in _runs(papers, told):
        facts.extend(run)
        for position, paper in enumerate(run, start):
            title = paper.title
            row, found = row_and_words(title, paper.shown.get(title))
            title_rows.append(row)
            titles.append(position, found)
            row, found = row_and_words(" , ".join(paper.authors), commands=False)
            author_rows.append(row)
            authors.append(position, found)
    return viewed(
        {
            **facts.to_parts(),
            "title.rows": from_lines(title_rows),
            **joined(titles.pieces("title")),
            **spelled(title_rows),
            "author.rows": from_lines(author_rows),
            **joined(authors.pieces("author")),
        }
    )


def build_abstracts(
    papers: Sequence[Paper], told: Told = nobody, before: Parts | None = None
) -> Parts:
    """And what is asked for less: the order of titles and authors, names to complete.

    `before` is what this made of other papers: of those that were among them it is taken over.
    """
    return viewed(joined(abstracts(papers, told, before)))


def abstracts(papers: Sequence[Paper], told: Told = nobody, before: Parts | None = None) -> Pieces:
    """The same piece by piece: all rows together would be what needs most memory."""
    texts = TextsBuilder("abstract", before)
    ranks, names = RanksBuilder(), NamesBuilder()
    yield from texts.rows()
    for start, run in _runs(papers, told):
        ranks.extend(run)
        names.extend(run)
        for position, paper in enumerate(run, start):
            texts.append(position, paper.abstract, paper.shown.get(paper.abstract))
        yield from texts.rows()
    yield from ranks.to_parts().items()
    yield "author.names", names.to_part()
    yield from texts.rest()


def _runs(papers: Sequence[Paper], told: Told) -> Iterator[tuple[int, list[Paper]]]:
    """Papers side by side, with the position of the first."""
    rest, size = iter(papers), len(papers)
    for start in range(0, size, EVERY):
        told(start / size)
        yield start, list(islice(rest, EVERY))
