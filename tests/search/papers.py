"""Small libraries for the tests of search."""

from collections.abc import Mapping, Sequence

from tui_reader.papers import UNTOUCHED, Paper, ReadingState, Source
from tui_reader.search.index import Index
from tui_reader.search.results import Results


def paper(
    title: str = "",
    authors: Sequence[str] = (),
    abstract: str = "",
    *,
    id: str = "",
    date: str = "2024-05-01",
    category: str = "LG",
    document: str = "cards.txt",
    **facts: object,
) -> Paper:
    name = id or title.casefold().replace(" ", "-")[:40]
    return Paper(
        id=name,
        aliases=(name,),
        sources=(Source(document=document, line=1, key=name),),
        title=title,
        authors=tuple(authors),
        abstracts=(abstract,) if abstract else (),
        date=date,
        category=category,
        **facts,  # type: ignore[arg-type]  # each test gives fields of Paper
    )


class Library:
    """Papers with states that tests may change."""

    def __init__(
        self, papers: Sequence[Paper], states: Mapping[str, ReadingState] | None = None
    ) -> None:
        self.papers = list(papers)
        self.states = dict(states or {})

    def state_of(self, paper: Paper) -> ReadingState:
        return self.states.get(paper.id, UNTOUCHED)

    def index(self, *, abstracts: bool = True) -> Index:
        return Index(self.papers, self.state_of, abstracts=abstracts)


def titles(results: Results) -> list[str]:
    return [hit.paper.title for hit in results.hits]


def found(papers: Sequence[Paper], text: str) -> list[str]:
    return titles(Library(papers).index().search(text))
