"""What is found beside the words as typed, and what comes first among equals."""

from hypothesis import given
from hypothesis import strategies as st

from tests.search.papers import Library, found, paper, titles

GALERKIN = paper("The Galerkin method beats Graph-Based Approaches", ["Vivien Cabannes"])


def test_words_run_together_are_found_wherever_they_stand_in_a_title() -> None:
    """`lowrank` is `low rank`, which finds them anywhere too; but not where it is a word."""
    apart = paper("Rank and low dimension")
    results = Library([apart, GALERKIN]).index().search("lowrank")
    assert (titles(results), results.exact) == ([apart.title], 1)
    (hit,) = results.hits
    assert [apart.title[start:end] for start, end in hit.spans["title"].exact] == ["Rank", "low"]
    assert found([apart, paper("Lowranked")], "lowrank")[0] == "Lowranked"


WORDS = st.sampled_from(("low", "rank", "lowrank", "rankings", "lo", "ran", "below"))


@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=6),
    st.lists(WORDS, min_size=1, max_size=3).map(" ".join),
)
def test_a_query_typed_letter_by_letter_is_answered_like_one_asked_at_once(
    rows: list[str], text: str
) -> None:
    papers = [paper(row, id=str(place), abstract=rows[-place]) for place, row in enumerate(rows)]
    typed = Library(papers).index()
    for end in range(1, len(text) + 1):
        answer, fresh = typed.search(text[:end]), Library(papers).index().search(text[:end])
        assert (list(answer.positions), answer.exact) == (list(fresh.positions), fresh.exact)


def test_a_paper_is_about_a_word_its_abstract_says_too() -> None:
    about = paper("A study of bert in medicine", abstract="We use BERT. With BERT, fewer errors.")
    papers = [paper("Bert and others", abstract="Nothing of the kind."), about]
    assert found(papers, "bert")[0] == about.title


def test_first_authors_come_before_others() -> None:
    first = paper("Collapse of models in the long run", ["Yunzhen Feng", "Elvis Dohmatob"])
    papers = [paper("Collapse", ["Elvis Dohmatob", "Yunzhen Feng", "Pu Yang"]), first]
    assert found(papers, "feng collapse")[0] == first.title
    assert found(papers, "fenk collapse")[0] == first.title


def test_a_name_beats_words_that_begin_so_unless_it_is_hardly_meant() -> None:
    named = paper("Multimodal learning of many things at once", ["Xurui Li"])
    assert found([paper("Linear multimodal"), named], "li multimodal")[0] == named.title
    begun = [paper(f"Detecting a method {number}") for number in range(20)]
    assert found([paper("A method of many parts", ["Ana Dete"]), *begun], "dete meth")[0] in [
        each.title for each in begun
    ]


def test_words_slightly_wrong_are_looked_up_in_abstracts_where_titles_do_not_do() -> None:
    both = paper("Transformers", abstract="We study quantum things.")
    papers = [both, paper("Quantum things"), paper("Other", abstract="A transformer.")]
    results = Library(papers).index().search("transfromers quantm")
    assert (titles(results), results.similar) == ([both.title], 1)


def test_of_an_endless_abstract_only_the_beginning_is_weighed() -> None:
    """Else some megabytes would be gone through at every key."""
    long = paper("Long and rag", abstract="word " * 4_000 + "rag " * 4_000)
    told = paper("A much longer title about rag than the other", abstract="é rag and rag.")
    assert found([long, told], "rag")[0] == told.title
    cut = paper("Cut within a letter and rag", abstract="x" + "é" * 9_000)
    assert found([cut], "rag") == [cut.title]


def test_a_word_that_abstracts_say_whole_comes_before_words_that_begin_so() -> None:
    said = [paper(f"Study {number}", abstract="We use rag here.") for number in range(5)]
    begun = [paper(f"Ragged {number}") for number in range(5)]
    assert set(found([*begun, *said], "rag")[:5]) == {each.title for each in said}


def test_an_author_and_a_word_come_before_a_title_that_says_the_name() -> None:
    by_author = paper("Laws of scaling for forgetting in finetuning", ["Louis Bethune"])
    said = [paper(f"Bethune scaling {number}") for number in range(5)]
    assert found([*said, by_author], "bethune scaling")[0] == by_author.title
