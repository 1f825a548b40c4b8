import pytest

from tests.tui.papers import paper, search
from tui_reader.search.results import Results
from tui_reader.tui.paper.found import best_line, found_in_row, found_in_text

ONE = paper(
    title="Circuits", abstracts=("Circuits in the abstract.", "Another on circuits and circuits.")
)


def test_a_row_is_not_looked_through_for_what_it_cannot_show(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[str] = []
    spans_of = Results.spans_of

    def counted(self: Results, text: str, field: str) -> object:
        looked.append(field)
        return spans_of(self, text, field)

    monkeypatch.setattr(Results, "spans_of", counted)
    results = search((ONE,), "circuits")
    assert found_in_row(results, ONE, similar=False)["title"].exact == ((0, 8),)
    assert looked == ["title", "authors"]
    untitled = ONE._replace(title="")
    assert found_in_row(results, untitled, similar=False)["abstract"]


def test_the_text_shows_the_matches_of_the_abstract_it_shows() -> None:
    results = search((ONE,), "circuits")
    assert len(found_in_text(results, ONE, 1)["abstract"].exact) == 2
    assert found_in_text(results, ONE, 2) == found_in_text(results, ONE, 0)
    assert found_in_text(None, ONE, 0) == {}


@pytest.mark.parametrize(
    ("lines", "best"),
    [([3, 30], 0), ([30, 50], 30), ([3, 30, 31], 30), ([3, 4, 30, 31], 0), ([], 0)],
)
def test_most_hits_are_seen_at_first(lines: list[int], best: int) -> None:
    assert best_line(lines, 10) == best
