"""The index on disk: it answers like one just made, and what is damaged is never used."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.search.papers import Library, paper
from tui_reader.library.index_file import IndexFile
from tui_reader.papers import Paper
from tui_reader.search.building import build_abstracts, build_titles
from tui_reader.search.index import Index
from tui_reader.search.parts import Parts
from tui_reader.search.sort import Sort

PARTS: Parts = {"one": memoryview(b"words"), "none": memoryview(b""), "two": memoryview(b"\0" * 40)}
WORDS = st.lists(st.sampled_from(["low", "rank", "low-rank", "Gaëtan", "基", "$x$", "\ud800", "a"]))
TEXT = WORDS.map(" ".join) | st.text(max_size=20)
PAPERS = st.lists(
    st.builds(
        paper,
        TEXT,
        st.lists(TEXT, max_size=3),
        TEXT,
        date=st.sampled_from(["", "2024", "2024-05-01"]),
        category=st.sampled_from(["LG", ""]),
        score=st.sampled_from([None, 80.0]),
    ),
    max_size=6,
)
QUERIES = (
    *("low", "lowrank", "low rank", '"low rank"', "lo", "gaetn", "lr", "基", "x", "-a", "zz"),
    *("has:abstract", "is:untitled", "has:score", "score:80", "year:2024", "category:LG"),
    *("document:cards", "author:a", "abstract:rank", "title:low OR author:low"),
)


def kept(file: IndexFile, parts: Parts) -> Parts:
    assert file.keep(parts.items())
    found = file.load()
    assert found is not None
    return found


def test_parts_come_back_as_they_went_in(tmp_path: Path) -> None:
    assert kept(IndexFile(tmp_path / "index", "us", "these"), PARTS) == PARTS


def test_an_index_of_other_papers_is_not_used(tmp_path: Path) -> None:
    kept(IndexFile(tmp_path / "index", "us", "these"), PARTS)
    assert IndexFile(tmp_path / "index", "us", "others").load() is None
    assert IndexFile(tmp_path / "none", "us", "these").load() is None


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> IndexFile:
    file = IndexFile(tmp_path_factory.mktemp("index") / "index", "us", "these")
    kept(file, PARTS)
    return file


@given(st.data())
def test_no_byte_can_be_damaged_unnoticed(whole: IndexFile, data: st.DataObject) -> None:
    good = whole.path.read_bytes()
    place = data.draw(st.integers(0, len(good) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != good[place]))
    damaged = whole._replace(path=whole.path.with_name("damaged"))
    damaged.path.write_bytes(good[:place] + bytes([other]) + good[place + 1 :])
    assert damaged.load() is None
    damaged.path.write_bytes(good[:place])
    assert damaged.load() is None


@given(st.binary(max_size=100))
def test_any_bytes_in_its_place_are_no_index(whole: IndexFile, data: bytes) -> None:
    other = whole._replace(path=whole.path.with_name("other"))
    other.path.write_bytes(data)
    assert other.load() is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PAPERS)
def test_an_index_that_was_read_answers_like_one_that_was_made(
    tmp_path: Path, papers: list[Paper]
) -> None:
    library = Library(papers)
    made = library.index()
    titles = kept(IndexFile(tmp_path / "titles", "us", "these"), build_titles(papers))
    abstracts = kept(IndexFile(tmp_path / "abstracts", "us", "these"), build_abstracts(papers))
    read = Index(papers, library.state_of, parts=titles, abstracts=False)
    read.add_abstracts(abstracts)
    for query in QUERIES:
        one, other = made.search(query), read.search(query)
        assert (one.exact, list(one.positions)) == (other.exact, list(other.positions)), query
        assert [hit.spans for hit in one.hits] == [hit.spans for hit in other.hits]
    for sort in Sort:
        assert made.order(sort) == read.order(sort)
    for field in ("author", "category", "document", "tag"):
        assert list(made.vocabulary.values(field)) == list(read.vocabulary.values(field))
