"""How much is looked at for a key."""

from collections.abc import Callable, Iterator

import pytest

from tests.search.papers import Library, paper
from tui_reader.search import engine
from tui_reader.search.cancelled import Cancelled
from tui_reader.search.index import Index
from tui_reader.search.language.query import Node
from tui_reader.search.matching import Flags, Matcher
from tui_reader.search.ranking import DETAILED, Ranking

COMMON, RARE = 2_000, 3
PAPERS = [
    *(paper(f"Common words number {number}", id=f"c{number}") for number in range(COMMON)),
    *(paper(f"Common rarities {number}", id=f"r{number}") for number in range(RARE)),
]


@pytest.fixture
def index() -> Index:
    return Library(PAPERS).index()


@pytest.fixture
def candidates(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many papers were gone through, for each search."""
    counts: list[int] = []
    passing: Callable[..., object] = engine._passing

    def counted(found: list[int], answers: object) -> object:
        counts.append(len(found))
        return passing(found, answers)

    monkeypatch.setattr(engine, "_passing", counted)
    return counts


def test_the_rarest_word_gives_the_candidates(index: Index, candidates: list[int]) -> None:
    assert index.search("common rarities 2").exact == 1
    assert candidates[0] == RARE


def test_a_narrower_query_goes_through_the_survivors(
    index: Index, candidates: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert index.search("common r").exact == RARE

    def never(flags: Flags) -> None:
        raise AssertionError("all papers are gone through again")

    monkeypatch.setattr(engine, "FEW", 0)  # no similar ones, which have candidates of their own
    monkeypatch.setattr(engine, "positions_of", never)
    candidates.clear()
    for typed in ("common ra", "common rar", "common rar -survey"):
        assert index.search(typed).exact == RARE
    assert candidates == [RARE, RARE, RARE]


def test_a_word_before_the_cursor_is_looked_up_once(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    flags = Matcher.flags

    def counted(self: Matcher, node: Node, abstracts: bool) -> Flags:
        looked.append(getattr(node, "word", ""))
        return flags(self, node, abstracts)

    monkeypatch.setattr(Matcher, "flags", counted)
    for end in range(len("common"), len("common rarities") + 1):
        index.search("common rarities"[:end])
    assert looked.count("common") == 1
    assert len(looked) == len(set(looked)) == 1 + len("rarities")


def test_only_the_best_are_weighed_in_detail(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[int] = []
    score = Ranking.score

    def counted(self: Ranking, position: int) -> float:
        weighed.append(position)
        return score(self, position)

    monkeypatch.setattr(Ranking, "score", counted)
    assert index.search("common").exact == COMMON + RARE
    assert len(weighed) == len(set(weighed)) == DETAILED


def test_a_newer_key_breaks_off_before_similar_words_are_looked_for(index: Index) -> None:
    """Whether anyone still waits is asked for each word, and before the slow part."""
    asked: Iterator[bool] = iter((False, False, True))
    with pytest.raises(Cancelled):
        index.search("common raritees", cancelled=lambda: next(asked))
    assert next(asked, None) is None
    assert index.search("common raritees").similar == RARE
