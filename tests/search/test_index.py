from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.papers import Library, found, paper, titles
from tui_reader.latex import display
from tui_reader.papers import ReadingState, Status
from tui_reader.search.cancelled import Cancelled
from tui_reader.search.index import Index
from tui_reader.search.sort import Sort

LORA = paper("LoRA: Low-Rank Adaptation of Large Language Models", ["Edward Hu", "Yelong Shen"])
GALERKIN = paper("The Galerkin method beats Graph-Based Approaches", ["Vivien Cabannes"])
RLHF = paper("Reinforcement Learning from Human Feedback", ["Ana Ng"], date="2023-01-01")
GAETAN = paper("On Rewards", ["Gaëtan Narożniak"], "We study low rank matrices and agents.")
PAPERS = [LORA, GALERKIN, RLHF, GAETAN]
INDEX = Library(PAPERS).index()


@pytest.mark.parametrize("text", ["lowrank adaptation", "low rank adaptation", "low-rank adapt"])
def test_joined_split_and_hyphenated_are_one(text: str) -> None:
    assert found(PAPERS, text) == [LORA.title]


def test_words_apart_in_the_text_are_found_run_together() -> None:
    plain = paper("A low rank view")
    results = Library([plain, GALERKIN]).index().search("lowrank")
    assert (titles(results), results.exact) == ([plain.title], 1)


def test_accents_and_case_do_not_matter() -> None:
    assert found(PAPERS, "GAETAN narozniak") == [GAETAN.title]
    assert found(PAPERS, "gaëtan") == [GAETAN.title]


def test_initials_find_the_title_they_spell_as_similar() -> None:
    results = Library(PAPERS).index().search("rlhf")
    assert titles(results) == [RLHF.title]
    assert (results.exact, results.similar) == (0, 1)


def test_near_misses_are_similar() -> None:
    results = Library(PAPERS).index().search("galrekin metod")
    assert titles(results) == [GALERKIN.title]
    assert (results.exact, results.similar) == (0, 1)


def test_a_part_of_a_word_is_similar_where_nothing_else_is() -> None:
    results = Library(PAPERS).index().search("banne approaches")
    assert (titles(results), results.similar) == ([GALERKIN.title], 1)


def test_cyrillic_and_chinese_match() -> None:
    papers = [paper("Глубокое обучение"), paper("基于深度学习的方法")]
    assert found(papers, "обуч") == ["Глубокое обучение"]
    assert found(papers, "深度学") == ["基于深度学习的方法"]
    assert found(papers, "度深") == []


def test_whole_before_begun_before_similar_and_title_before_abstract() -> None:
    papers = [
        paper("Nothing", abstract="about diffusion"),
        paper("Diffusions"),
        paper("Diffusion"),
        paper("Difusion"),
    ]
    results = Library(papers).index().search("diffusion")
    assert titles(results) == ["Diffusion", "Nothing", "Diffusions", "Difusion"]
    assert (results.exact, results.similar) == (3, 1)


def test_a_word_half_typed_prefers_titles() -> None:
    papers = [
        paper("Nothing", abstract="a form of speech"),
        paper("Formalizing mathematics"),
        paper("Formalization of proofs"),
        paper("Formal methods"),
        paper("On form"),
    ]
    assert found(papers, "form")[-1] == "Nothing"


def test_two_words_half_typed_prefer_the_short_title() -> None:
    short = paper("Learning Factorial Structure")
    papers = [paper(f"Factorization {number}") for number in range(9)]
    papers += [paper("Fact Checking and How Much of Learning It Takes in the End"), short]
    assert found(papers, "fact lear")[0] == short.title
    assert found(papers, "fact")[0].startswith("Fact Checking")


def test_similar_only_where_exact_are_few() -> None:
    many = [paper(f"Diffusion {number}") for number in range(20)]
    results = Library([*many, paper("Difusion")]).index().search("diffusion")
    assert (results.exact, results.similar) == (20, 0)


def test_all_papers_with_all_words_come_before_others() -> None:
    whole = [paper(f"Rag {number}") for number in range(700)]
    whole += [paper(f"Study {number}", abstract="with rag inside") for number in range(100)]
    begun = [paper(f"Ragged {number}") for number in range(300)]
    results = Library(begun + whole).index().search("rag")
    assert results.exact == 1100
    names = titles(results)
    assert set(names[:800]) == {each.title for each in whole}


def test_ties_go_to_the_newer() -> None:
    papers = [paper("Same words", id="old", date="2019-01-01"), paper("Same words", id="new")]
    results = Library(papers).index().search("same")
    assert [hit.paper.id for hit in results.hits] == ["new", "old"]


def test_without_a_query_newest_first_then_title() -> None:
    papers = [paper("B"), paper("A"), paper("C", date="2025-01-01"), paper("D", date="")]
    results = Library(papers).index().search("  ")
    assert titles(results) == ["C", "A", "B", "D"]
    assert (results.exact, results.similar) == (4, 0)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("alpha", {"a", "ab"}),
        ("alpha -beta", {"a"}),
        ("alpha beta", {"ab"}),
        ("alpha OR beta", {"a", "ab", "b"}),
        ("(alpha OR beta) -year:2020", {"a", "ab"}),
        ('"alpha beta"', {"ab"}),
        ('"beta alpha"', set()),
        ("title:smith", set()),
        ("author:smith", {"a"}),
        ("tag:phd", {"b"}),
        ("note:ask", {"b"}),
        ("status:queued", {"b"}),
        ("status:unread", {"a", "ab"}),
        ("is:starred", {"b"}),
        ("is:doubtful", {"ab"}),
        ("has:code", {"a"}),
        ("has:note", {"b"}),
        ("has:abstract", {"ab"}),
        ("has:link", {"a"}),
        ("has:arxiv", {"a"}),
        ("score:>80", {"a"}),
        ("score:80", {"ab"}),
        ("progress:<50", {"a", "ab"}),
        ("read:>2026-10", {"b"}),
        ("read:<2026-10", set()),
        ("added:7d", {"a"}),
        ("year:2020", {"b"}),
        ("year:2021..", {"a", "ab"}),
        ("date:>2025-06", {"a"}),
        ("category:CL", {"b"}),
        ('category:"machine learning"', {"a", "ab"}),
        ("document:feed", {"b"}),
        ("abstract:gamma", {"ab"}),
        ("is:selected", {"ab"}),
    ],
)
def test_language(query: str, expected: set[str]) -> None:
    added = 1_795_000_000_000  # 18 Nov 2026
    papers = [
        paper("Alpha", ["J. Smith"], id="a", date="2025-07-01", has_code=True, score=90.0,
              identifiers={"arxiv": "2507.1"}, added_at=added),
        paper("Alpha beta", id="ab", date="2024", abstract="gamma", needs_review=True, score=80.0),
        paper("Beta", id="b", date="2020-03", category="CL", document="feed.xml"),
    ]  # fmt: skip
    state = ReadingState(
        status=Status.QUEUED, tags=("phd",), note="Ask Bob", starred=True, progress=60
    )
    if query.startswith("read:"):
        state = ReadingState(status=Status.READ, progress=100, finished_at=added)
    library = Library(papers, {"b": state})
    index = Index(library.papers, library.state_of, today=lambda: date(2026, 11, 20))
    results = index.search(query, selected=["ab"])
    assert {hit.paper.id for hit in results.hits} == expected
    assert results.hints == ()


def test_every_key_of_a_narrowing_query_agrees_with_a_fresh_index() -> None:
    library = Library(PAPERS)
    typed = library.index()
    text = "low rank adap -galerkin OR gal"
    for end in range(1, len(text) + 1):
        fresh = library.index().search(text[:end])
        assert list(typed.search(text[:end]).positions) == list(fresh.positions), text[:end]


def test_update_in_place() -> None:
    library = Library(PAPERS)
    index = library.index()
    assert index.search("tag:phd").exact == 0
    library.states[GAETAN.id] = ReadingState(tags=("phd",), note="Remember Galois")
    index.update([GAETAN])
    assert titles(index.search("tag:phd")) == [GAETAN.title]
    assert titles(index.search("galois")) == [GAETAN.title]
    library.states[GAETAN.id] = ReadingState(tags=("other",))
    index.update([GAETAN])
    assert index.search("tag:phd").exact == 0
    assert index.search("note:galois").exact == 0
    assert titles(index.search("tag:other")) == [GAETAN.title]


def test_abstracts_follow_later() -> None:
    index = Library(PAPERS).index(abstracts=False)
    assert index.search("matrices").exact == 0
    index.add_abstracts()
    assert titles(index.search("matrices")) == [GAETAN.title]
    assert index.search("matrices", abstracts=False).exact == 0


def test_a_search_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        Library(PAPERS).index().search("low rank", cancelled=lambda: True)


def test_sorted_answers_keep_exact_and_similar_apart() -> None:
    papers = [paper("Graphs B", date="2020"), paper("Graphs A"), paper("Grpahs")]
    results = Library(papers).index().search("graphs", sort=Sort.TITLE)
    assert titles(results) == ["Graphs A", "Graphs B", "Grpahs"]


def test_limit_cuts_positions_not_counts() -> None:
    results = Library(PAPERS).index().search("", limit=2)
    assert (len(results), results.exact) == (2, 4)


def test_selected_papers_may_change() -> None:
    index = Library(PAPERS).index()
    assert index.search("is:selected").exact == 0
    assert titles(index.search("is:selected", selected=[LORA.id])) == [LORA.title]
    assert titles(index.search("is:selected", selected=[RLHF.id])) == [RLHF.title]


@given(st.text(max_size=30), st.booleans())
def test_any_query_has_an_honest_answer(text: str, abstracts: bool) -> None:
    results = INDEX.search(text, abstracts=abstracts)
    assert len(set(results.positions)) == len(results.positions) == results.exact + results.similar
    for hit in results.hits:
        for field, spans in hit.spans.items():
            shown = display(results.text(hit.paper, field))
            assert all(0 <= start < end <= len(shown) for start, end in spans.all)
    results.explain()


LETTERS = st.text("abcdef", min_size=1, max_size=3)


@given(
    st.lists(st.lists(LETTERS, min_size=1, max_size=4), min_size=1, max_size=8), LETTERS, LETTERS
)
def test_exact_answers_are_those_that_have_all_the_words(
    rows: list[list[str]], first: str, second: str
) -> None:
    papers = [paper(" ".join(row), id=str(place)) for place, row in enumerate(rows)]
    results = Library(papers).index().search(f"{first} {second}")
    exact = {papers[place].id for place in results.positions[: results.exact]}
    wanted = {
        str(place)
        for place, row in enumerate(rows)
        if (has(row, first) and has(row, second)) or has(row, first + second)
    }
    assert exact == wanted


def has(row: list[str], word: str) -> bool:
    """As a word, its beginning, or run together of two side by side."""
    pairs = [
        left + right for left, right in pairwise(row) if len(left) > 1 and len(word) - len(left) > 2
    ]
    begun = any(each.startswith(word) for each in row)
    return begun or any(pair.startswith(word) and len(pair) >= len(word) for pair in pairs)


def test_empty_library() -> None:
    index = Library([]).index()
    for query in ("", "rag", "year:2020", '"a b"', "-a", "a OR b"):
        assert len(index.search(query)) == 0


def test_typing_a_query_looks_at_fewer_candidates_each_key() -> None:
    """Narrowing starts from what the last key left."""
    papers = [paper(f"Common word{number}") for number in range(500)]
    index = Library(papers).index()
    counts = [index.search(text).exact for text in ("common", "common w", "common word1")]
    assert counts == [500, 500, 111]
