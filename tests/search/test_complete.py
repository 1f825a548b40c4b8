from tests.search.papers import paper
from tui_reader.papers import UNTOUCHED, Paper, ReadingState
from tui_reader.search.index import Index
from tui_reader.search.language.complete import complete

PAPERS = [
    paper("A", ["Yann LeCun", "Ana Ng"], id="a", category="LG"),
    paper("B", ["Yann LeCun"], id="b", category="CL", document="feed.xml"),
]


def state_of(paper: Paper) -> ReadingState:
    return ReadingState(tags=("phd", "to cite")) if paper.id == "a" else UNTOUCHED


VOCABULARY = Index(PAPERS, state_of).vocabulary


def labels(text: str) -> list[str]:
    return [choice.label for choice in complete(text, len(text), VOCABULARY)]


def test_field_names() -> None:
    assert labels("rag ti") == ["title:"]
    assert labels("-(STA") == ["status:"]
    assert complete("rag ti", 6, VOCABULARY)[0].text == "rag title:"


def test_values() -> None:
    assert labels("status:re") == ["reading", "read"]
    assert labels("category:") == ["CL", "LG"]
    assert labels("document:f") == ["feed.xml"]
    assert labels("is:sta") == ["starred"]


def test_authors_by_any_of_their_names_most_papers_first() -> None:
    assert labels("author:") == ["Yann LeCun", "Ana Ng"]
    (choice,) = complete("author:lec x", 10, VOCABULARY)
    assert (choice.text, choice.cursor) == ('author:"Yann LeCun" x', 20)


def test_a_value_with_blanks_is_quoted() -> None:
    (choice,) = complete('tag:"to', 7, VOCABULARY)
    assert choice.text == 'tag:"to cite" '


def test_views_on_a_line_they_begin_with() -> None:
    views = ("status:queued is:starred", "tag:phd")
    choices = complete("status:q", 8, VOCABULARY, views)
    assert choices[0].label == "queued"
    assert [choice.label for choice in complete("sta", 3, VOCABULARY, views)] == [
        "status:queued is:starred",
        "status:",
    ]


def test_nothing_to_complete() -> None:
    assert labels("") == []
    assert labels("zzz") == []
    assert labels("foo:b") == []
