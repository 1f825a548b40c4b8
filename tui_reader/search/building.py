"""Makes the parts of an index from papers: all but abstracts first, which take most of the time."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from unicodedata import unidata_version

from tui_reader.papers import Paper
from tui_reader.papers.progress import EVERY, Told, nobody
from tui_reader.search.facts import FactsBuilder
from tui_reader.search.folding import index_text, row_and_words, words
from tui_reader.search.initials import InitialsBuilder
from tui_reader.search.language.vocabulary import most_frequent_first
from tui_reader.search.parts import Parts, from_lines, from_values, viewed
from tui_reader.search.postings import PostingsBuilder
from tui_reader.search.ranks import RanksBuilder
from tui_reader.search.texts import TextsBuilder

# Raised whenever parts are made otherwise or mean something else; so are new characters.
VERSION = f"4, Unicode {unidata_version}, {sys.byteorder}"


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

    def to_parts(self) -> Parts:
        return viewed(
            {
                **self._facts.to_parts(),
                "title.rows": from_lines(self._title_rows),
                **self._titles.to_parts("title"),
                "author.rows": from_lines(self._author_rows),
                **self._authors.to_parts("author"),
            }
        )


def build_titles(papers: Sequence[Paper], told: Told = nobody) -> Parts:
    builder = TitlesBuilder()
    for _, run in _runs(papers, told):
        builder.extend(run)
    return builder.to_parts()


def build_abstracts(
    papers: Sequence[Paper], told: Told = nobody, before: Parts | None = None
) -> Parts:
    """And what is asked for less: orders of titles and authors, initials, names to complete.

    `before` is what this made of other papers: of those that were among them it is taken over.
    """
    texts = TextsBuilder("abstract", before)
    ranks, initials, names = RanksBuilder(), InitialsBuilder(), Counter[str]()
    for start, run in _runs(papers, told):
        ranks.extend(run)
        names.update(chain.from_iterable([paper.authors for paper in run]))
        for position, paper in enumerate(run, start):
            title = paper.title
            initials.append(words(index_text(title, paper.shown.get(title))))
            texts.append(position, paper.abstract, paper.shown.get(paper.abstract))
    known = from_values(most_frequent_first(names))
    # Much of the memory that is needed at most.
    names.clear()
    others = {**ranks.to_parts(), **initials.to_parts(), "author.names": known}
    return viewed({**texts.to_parts(), **others})


def _runs(papers: Sequence[Paper], told: Told) -> Iterator[tuple[int, list[Paper]]]:
    """Papers side by side, with the position of the first."""
    rest, size = iter(papers), len(papers)
    for start in range(0, size, EVERY):
        told(start / size)
        yield start, list(islice(rest, EVERY))
