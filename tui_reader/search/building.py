"""Makes the parts of an index from papers: all but abstracts first, which take most of the time."""

import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from unicodedata import unidata_version

from tui_reader.papers import Paper
from tui_reader.papers.progress import Told, nobody
from tui_reader.search.author_names import NamesBuilder
from tui_reader.search.facts import FactsBuilder
from tui_reader.search.folding import index_text, row_and_words, words
from tui_reader.search.initials import InitialsBuilder
from tui_reader.search.parts import Parts, Pieces, from_lines, joined, viewed
from tui_reader.search.postings import PostingsBuilder
from tui_reader.search.ranks import RanksBuilder
from tui_reader.search.texts import TextsBuilder

# Raised whenever parts are made otherwise or mean something else; so are new characters.
VERSION = f"4, Unicode {unidata_version}, {sys.byteorder}"

# Papers between two looks whether to go on: parted into words in some milliseconds.
_RUN = 64


class TitlesBuilder:
    """Titles, authors, and what filters and orders ask for: takes papers in run after run."""

    def __init__(self) -> None:
        self._facts = FactsBuilder()
        self._titles, self._title_rows = PostingsBuilder(), list[str]()
        self._authors, self._author_rows = PostingsBuilder(), list[str]()

    def extend(self, papers: Sequence[Paper]) -> None:
        self._facts.extend(papers)
        for position, paper in enumerate(papers, len(self._title_rows)):
            title = paper.title
            row, found = row_and_words(title, paper.shown.get(title))
            self._title_rows.append(row)
            self._titles.append(position, found)
            row, found = row_and_words(" , ".join(paper.authors), commands=False)
            self._author_rows.append(row)
            self._authors.append(position, found)

    def pieces(self) -> Pieces:
        """Nothing is left here."""
        yield from self._facts.to_parts().items()
        yield "title.rows", from_lines(self._title_rows)
        yield from self._titles.pieces("title")
        yield "author.rows", from_lines(self._author_rows)
        yield from self._authors.pieces("author")


def build_titles(papers: Sequence[Paper], told: Told = nobody) -> Parts:
    builder = TitlesBuilder()
    for _, run in _runs(papers, told):
        builder.extend(run)
    return viewed(joined(builder.pieces()))


def build_abstracts(
    papers: Sequence[Paper], told: Told = nobody, before: Parts | None = None
) -> Parts:
    """And what is asked for less: orders of titles and authors, initials, names to complete.

    `before` is what this made of other papers: of those that were among them it is taken over.
    """
    return viewed(joined(abstracts(papers, told, before)))


def abstracts(papers: Sequence[Paper], told: Told = nobody, before: Parts | None = None) -> Pieces:
    """The same piece by piece: all rows together would be what needs most memory."""
    texts = TextsBuilder("abstract", before)
    ranks, initials, names = RanksBuilder(), InitialsBuilder(), NamesBuilder()
    yield from texts.rows()
    for start, run in _runs(papers, told):
        ranks.extend(run)
        names.extend(run)
        for position, paper in enumerate(run, start):
            title = paper.title
            initials.append(words(index_text(title, paper.shown.get(title))))
            texts.append(position, paper.abstract, paper.shown.get(paper.abstract))
        yield from texts.rows()
    yield from ranks.to_parts().items()
    yield from initials.to_parts().items()
    yield "author.names", names.to_part()
    yield from texts.rest()


def _runs(papers: Sequence[Paper], told: Told) -> Iterator[tuple[int, list[Paper]]]:
    """Papers side by side, with the position of the first."""
    rest, size = iter(papers), len(papers)
    for start in range(0, size, _RUN):
        told(start / size)
        yield start, list(islice(rest, _RUN))
