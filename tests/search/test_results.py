import pytest

from tests.search.papers import Library, found, paper, titles
from tui_reader.latex import display
from tui_reader.papers import ReadingState

PAPER = paper(
    "Low-Rank Adaptation of $\\alpha$-Models",
    ["Gaëtan Narozniak", "Yann LeCun"],
    "We adapt models of low rank. A lowrank update is a ﬁne thing.",
)


def marked(query: str, field: str, *, similar: bool = False) -> list[str]:
    library = Library([PAPER], {PAPER.id: ReadingState(note="Ask about rank")})
    (hit,) = library.index().search(query).hits
    texts = {
        "title": display(PAPER.title),
        "authors": display(", ".join(PAPER.authors)),
        "abstract": display(PAPER.abstract),
        "note": "Ask about rank",
    }
    if field not in hit.spans:
        return []
    spans = hit.spans[field].similar if similar else hit.spans[field].exact
    return [texts[field][start:end] for start, end in spans]


def test_the_typed_part_of_a_word_is_marked_in_every_field() -> None:
    assert marked("ada", "title") == ["Ada"]
    assert marked("rank", "title") == ["Rank"]
    assert marked("rank", "note") == ["rank"]
    assert marked("gaet lec", "authors") == ["Gaë" + "t", "LeC"]


def test_joined_and_split_words_are_marked() -> None:
    assert marked("lowrank", "abstract") == ["low", "rank", "lowrank"]
    assert marked("lowrank", "title") == ["Low-Rank"]
    assert marked("low rank", "abstract") == ["low", "rank", "lowrank"]


def test_phrases_are_marked_as_a_whole() -> None:
    assert marked('"of low rank"', "abstract") == ["of low rank"]


def test_ligatures_are_marked_where_they_stand() -> None:
    assert marked("fine", "abstract") == ["ﬁne"]


def test_similar_words_are_marked_apart() -> None:
    assert marked("adaptatoin", "title") == []
    assert marked("adaptatoin", "title", similar=True) == ["Adaptation"]


def test_a_latex_command_is_marked_as_it_is_shown() -> None:
    assert marked("alpha", "title") == ["α"]


def test_initials_are_marked() -> None:
    spelled = paper("Reinforcement Learning from Human Feedback")
    (hit,) = Library([spelled]).index().search("rlhf").hits
    assert hit.spans["title"].similar == ((0, 1), (14, 15), (28, 29), (34, 35)) or [
        spelled.title[start] for start, _ in hit.spans["title"].similar
    ] == ["R", "L", "H", "F"]


def test_words_of_other_fields_are_not_marked() -> None:
    assert marked("title:rank", "abstract") == []
    assert marked("rank -zebra", "title") == ["Rank"]


def test_fields_names_what_matched() -> None:
    library = Library([PAPER])
    (hit,) = library.index().search("update lecun").hits
    assert hit.fields == ("authors", "abstract")


def test_scores_fall_in_order_of_relevance() -> None:
    papers = [
        paper("Scaling laws"),
        paper("Scaling the laws of large things"),
        paper("Scalings laws"),
    ]
    hits = Library(papers).index().search("scaling laws").hits
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert hits[0].paper.title == "Scaling laws"


def test_scores_fall_also_from_titles_to_abstracts_and_from_whole_to_begun() -> None:
    papers = [
        paper("Nothing", abstract="A rag in a long text."),
        paper("Rag and a title of many words that do not say very much at all"),
        paper("Ragged"),
        paper("Rag"),
    ]
    hits = Library(papers).index().search("rag").hits
    assert [hit.paper.title[:3] for hit in hits] == ["Rag", "Rag", "Not", "Rag"]
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert 0 <= scores[-1] < scores[0] <= 1


def test_a_hundred_thousand_hits_are_positions_only() -> None:
    results = Library([paper(f"Same {number}") for number in range(1000)]).index().search("same")
    assert results.positions.itemsize * len(results.positions) == 4000
    assert len(results.hits[:3]) == 3
    assert results.hits[-1].paper.title.startswith("Same")


def test_nothing_found_is_explained() -> None:
    papers = [
        paper("The Galerkin method", date="2024"),
        paper("A method of moments", date="2019"),
    ]
    results = Library(papers).index().search("galerkin metod year:2019")
    assert len(results) == 0
    explanation = results.explain()
    assert [(term.text, term.papers) for term in explanation.terms] == [
        ("galerkin", 1),
        ("metod", 0),
        ("year:2019", 1),
    ]
    assert (explanation.terms[1].near, explanation.terms[1].near_papers) == ("method", 2)
    assert (explanation.without, explanation.remaining) == ("year:2019", 1)
    assert explanation.first == papers[0]


def test_one_unknown_word_is_explained() -> None:
    explanation = Library([PAPER]).index().search("zzzz").explain()
    assert [(term.text, term.papers, term.near) for term in explanation.terms] == [("zzzz", 0, "")]
    assert explanation.first is None


def test_hints_come_with_the_results() -> None:
    results = Library([PAPER]).index().search("rank year:20x")
    assert results.hints == ("not a year: 20x",)
    assert titles(results) == [PAPER.title]


def test_the_nearest_word_is_counted_in_all_fields() -> None:
    papers = [
        paper("A method", abstract="Nothing."),
        paper("Another", abstract="Our methods."),
        paper("A third", abstract="This method."),
    ]
    (term,) = Library(papers).index().search("metod zzzz").explain().terms[:1]
    assert (term.near, term.near_papers) == ("method", 3)
    assert len(found(papers, "method")) == 3


@pytest.mark.parametrize("text", ["\u200b", "-", '"', "tag:", "()", "\udcff", "\U0001f680"])
def test_what_asks_for_nothing_says_so(text: str) -> None:
    results = Library([paper("One"), paper("Two")]).index().search(text)
    assert results.hints == ("no word to search for",)
    assert not results.query.terms


def test_results_are_explained_although_the_next_search_cancelled_theirs() -> None:
    over = False
    results = Library([PAPER]).index().search("zzzz rank", cancelled=lambda: over)
    over = True
    assert [term.papers for term in results.explain().terms] == [0, 1]


def test_the_nearest_word_is_the_one_most_papers_say() -> None:
    papers = [paper(f"Quantum {number}") for number in range(3)]
    papers += [paper("Quant"), *(paper(f"Quantization {number}") for number in range(9))]
    (term,) = Library(papers).index().search("quantm zzzz").explain().terms[:1]
    assert term.near == "quantum"
