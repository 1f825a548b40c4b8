import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.library import paper_store
from tui_reader.library.paper_packing import packed_papers
from tui_reader.library.paper_store import DamagedStore, PaperStore
from tui_reader.papers import Paper, Source
from tui_reader.search.building import VERSION, build_titles
from tui_reader.search.cancelled import Cancelled


def paper(number: int, title: str = "A title", abstract: str = "") -> Paper:
    keys = tuple(f"{letter}{number:011d}" for letter in "ab")
    return Paper(
        id=keys[0],
        aliases=keys,
        sources=(Source(document="d.txt", line=number, key=keys[0], document_id="0" * 12),),
        title=title,
        authors=("Ada Lovelace",),
        abstracts=(abstract,) if abstract else (),
        identifiers={"arxiv": "2401.00001"},
        score=1.5,
    )


def store(papers: list[Paper]) -> PaperStore:
    return PaperStore(packed(papers))


def packed(papers: list[Paper]) -> bytes:
    return b"".join(packed_papers(papers, {"signature": "s"}))


def test_papers_come_back_as_they_went_in() -> None:
    papers = [paper(i, abstract="Words." * i) for i in range(5)]
    assert list(store(papers)) == papers
    assert store(papers).extra == {"signature": "s"}
    assert store(papers)[-1] == papers[-1]
    assert store(papers)[1:3] == papers[1:3]


def test_every_key_finds_its_paper() -> None:
    papers = store([paper(i) for i in range(20)])
    assert papers.position("b00000000007") == 7
    assert papers.position("c00000000007") is None
    assert papers.with_prefix("a0000000001") == list(range(10, 20))


def test_titles_are_searched_by_what_would_be_made_of_them() -> None:
    papers = [paper(i, f"Title {i}") for i in range(2500)]
    assert store(papers).titles(VERSION) == build_titles(papers)
    assert store(papers).titles("another") is None


def test_an_empty_library_is_a_library() -> None:
    assert list(store([])) == []
    assert store([]).position("a00000000001") is None


@given(st.text(alphabet=st.characters(codec=None)))
def test_any_text_survives(text: str) -> None:
    assert store([paper(1, text, text)])[0] == paper(1, text, text)


GOOD = packed([paper(i, abstract="Words." * i) for i in range(4)])
TITLES = PaperStore(GOOD).titles(VERSION)


@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255), st.sampled_from(["flip", "cut", "drop"]))
def test_no_byte_can_be_damaged_unnoticed(place: int, change: int, damage: str) -> None:
    data = bytearray(GOOD)
    if damage == "flip":
        data[place] ^= change
    else:
        del data[place : None if damage == "cut" else place + change]
    with pytest.raises(DamagedStore):
        papers = PaperStore(bytes(data))
        if list(papers) and papers.titles(VERSION) is None:
            raise DamagedStore


@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_what_is_damaged_is_made_again_when_it_is_read(place: int, change: int) -> None:
    data = bytearray(GOOD)
    data[place] ^= change
    made = []

    def anew() -> bytes:
        made.append(place)
        return GOOD

    try:
        papers = PaperStore(bytes(data), anew)
    except DamagedStore:
        return
    assert list(papers) == list(PaperStore(GOOD))
    assert papers.titles(VERSION) == TITLES
    assert made == [place]


def test_a_row_that_is_made_otherwise_is_damaged() -> None:
    papers = PaperStore(b"x" + GOOD[1:], lambda: packed([paper(9)]))
    with pytest.raises(DamagedStore):
        papers[0]


def test_a_pass_over_all_keeps_none() -> None:
    papers = PaperStore(GOOD)
    first = papers[0]
    assert len(list(papers)) == 4
    assert papers[0] is first
    assert papers._decoded.keys() == {0}


@pytest.mark.parametrize("block", [1, 400, 1 << 19])
def test_papers_that_hold_a_text_are_found_wherever_blocks_end(
    monkeypatch: pytest.MonkeyPatch, block: int
) -> None:
    monkeypatch.setattr(paper_store, "_BLOCK", block)
    papers = [paper(i, abstract="Curvature, CURVATURE" * (i % 3 == 0)) for i in range(20)]
    checked = []
    found = store(papers).holding("curvature", lambda: checked.append(1))
    assert list(found) == list(range(0, 20, 3))
    assert len(checked) == {1: 20, 1 << 19: 1}.get(block, len(checked))
    assert list(store(papers).holding("lovelace", lambda: None)) == list(range(20))
    assert list(store([]).holding("curvature", lambda: None)) == []


def test_looking_through_papers_can_be_broken_off() -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(store([paper(1)]).holding("title", stop))
