import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.library.paper_store import DamagedStore, PaperStore, write_store
from tui_reader.papers import Paper, Source


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
    file = io.BytesIO()
    write_store(file, papers, {"signature": "s"})
    return PaperStore(file.getvalue())


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


def test_an_empty_library_is_a_library() -> None:
    assert list(store([])) == []
    assert store([]).position("a00000000001") is None


@given(st.text(alphabet=st.characters(codec=None)))
def test_any_text_survives(text: str) -> None:
    assert store([paper(1, text, text)])[0] == paper(1, text, text)


@pytest.mark.parametrize("cut", [0, 1, 10, 40, -1])
def test_damage_is_noticed(cut: int) -> None:
    file = io.BytesIO()
    write_store(file, [paper(1)], {})
    with pytest.raises(DamagedStore):
        PaperStore(file.getvalue()[:cut])


def test_a_damaged_row_is_noticed_when_read() -> None:
    file = io.BytesIO()
    write_store(file, [paper(1)], {})
    damaged = PaperStore(b"x" + file.getvalue()[1:])
    with pytest.raises(DamagedStore):
        damaged[0]
