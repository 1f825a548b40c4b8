"""Before the index of abstracts is made, words are looked for in the papers themselves."""

from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.papers import Library, paper, titles
from tui_reader.papers import Paper
from tui_reader.search.cancelled import Cancelled
from tui_reader.search.index import Index
from tui_reader.search.matches.span import Span
from tui_reader.search.results import Hit

PAPERS = [
    paper("One", abstract="Curvature of low-rank Diffusion models; a curve"),
    paper("Two", abstract="We re-train the state of Gaëtan's diffusions"),
    paper("Curvature of graphs", abstract="Nothing in common"),
    paper("Four", ["Ada Curvature"], ""),
]


class Scanning:
    """An index that holds no abstracts, of papers that tell what they are asked."""

    def __init__(self, papers: Sequence[Paper]) -> None:
        self.asked: list[str] = []
        self._papers = papers
        self.library = Library(papers)
        self.index = Index(papers, self.library.state_of, abstracts=False, holding=self._holding)

    def _holding(self, text: str, check: Callable[[], None]) -> Iterator[int]:
        self.asked.append(text)
        for position, each in enumerate(self._papers):
            check()
            if text in str(each).lower():
                yield position

    def found(self, text: str) -> set[str]:
        return set(titles(self.index.search(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("curvature", {"One", "Curvature of graphs", "Four"}),
        ("abstract:curv", {"One"}),
        ("diffus -models", {"Two"}),
        ("curvature diffusion", {"One"}),
        ("curvature OR state", {"One", "Two", "Curvature of graphs", "Four"}),
        ('"rank diffusion"', {"One"}),
        ('"rank models"', set()),
        ('"the state of"', {"Two"}),
        ('"the state o', {"Two"}),
        ('"the state of a"', set()),
        ('"of the state"', set()),
        ("lowrank", {"One"}),
        ("four curvature", {"Four"}),
    ],
)
def test_words_of_abstracts_are_found(text: str, found: set[str]) -> None:
    # `lowrank` stands nowhere: it is left to the index.
    assert Scanning(PAPERS).found(text) == (found if text != "lowrank" else set())
    assert set(titles(Library(PAPERS).index().search(text))) == found


def test_titles_alone_ask_for_nothing() -> None:
    scanning = Scanning(PAPERS)
    results = scanning.index.search("curvature", abstracts=False)
    assert set(titles(results)) == {"Curvature of graphs", "Four"}
    assert scanning.found("status:unread -is:starred") == {paper.title for paper in PAPERS}
    assert scanning.asked == []


def test_a_word_typed_on_is_looked_for_once() -> None:
    scanning = Scanning(PAPERS)
    text = "curvature diffusion"
    for end in range(1, len(text) + 1):
        scanning.found(text[:end])
    assert scanning.asked == ["cur", "dif"]
    assert scanning.found(text) == {"One"}


def test_of_a_phrase_the_longest_word_is_looked_for() -> None:
    scanning = Scanning(PAPERS)
    assert scanning.found('"train the state"') == {"Two"}
    assert scanning.found('"the trai') == set()
    assert scanning.asked == ["train", "trai"]


def test_a_character_that_is_a_word_is_looked_for_once() -> None:
    papers = [paper("One", abstract="機械学習"), paper("Two", abstract="of 機 and ok")]
    scanning = Scanning(papers)
    assert scanning.found("機") == {"One", "Two"}
    assert scanning.found("機械") == {"One"}
    assert scanning.found("of") == scanning.found("ok") == set()
    assert scanning.asked == ["機"]


def test_it_can_be_broken_off_and_begun_again() -> None:
    scanning = Scanning(PAPERS)
    asked = iter([False, False, True])
    with pytest.raises(Cancelled):
        scanning.index.search("curvature", cancelled=lambda: next(asked))
    assert scanning.found("curvature") == {"One", "Curvature of graphs", "Four"}


def test_once_there_is_an_index_it_is_asked() -> None:
    scanning = Scanning(PAPERS)
    scanning.found("gaetan")
    scanning.index.add_abstracts()
    assert scanning.found("gaetan") == {"Two"}
    assert scanning.asked == ["gaetan"]


WORDS = st.sampled_from(["low", "rank", "lowest", "ranks", "ranking", "model", "Rank", "a"])
TEXTS = st.lists(WORDS, max_size=6).map(" ".join)
MANY = st.lists(st.builds(paper, TEXTS, st.just(()), TEXTS), max_size=8)


@given(MANY, st.lists(st.sampled_from(["low", "rank", "ranki", "mod"]), min_size=1, max_size=2))
def test_plain_words_are_found_as_by_the_index(papers: list[Paper], query: list[str]) -> None:
    scanned = Scanning(papers).index.search(" ".join(query))
    whole = Library(papers).index().search(" ".join(query))
    assert list(scanned.positions[: scanned.exact]) == list(whole.positions[: whole.exact])
    for one, other in zip(scanned.hits[: whole.exact], whole.hits, strict=False):
        # What is near a word only the index tells.
        assert _exact(one) == _exact(other)


def _exact(hit: Hit) -> dict[str, tuple[Span, ...]]:
    return {field: spans.exact for field, spans in hit.spans.items() if spans.exact}
