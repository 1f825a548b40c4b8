from hypothesis import given
from hypothesis import strategies as st

from tui_reader.search.matches.snippet import snippet

TEXT = "First a sentence without it. Then the circuit appears. " + "And more words follow. " * 9


def test_it_begins_with_the_sentence_of_the_match() -> None:
    place = TEXT.index("circuit")
    start, end = snippet(TEXT, [(place, place + 7)], 60)
    assert TEXT[start:end].startswith("Then the circuit appears.")
    assert end - start == 60


def test_it_prefers_the_place_with_most_matches() -> None:
    text = "alpha " + "x " * 100 + "alpha beta " + "y " * 100
    first, second = 0, text.index("alpha beta")
    start, end = snippet(text, [(first, 5), (second, second + 5), (second + 6, second + 10)], 40)
    assert "alpha beta" in text[start:end]


def test_without_matches_it_is_the_beginning() -> None:
    assert snippet(TEXT, [], 20) == (0, 20)
    assert snippet("short", [], 20) == (0, 5)


@given(st.text(max_size=200), st.integers(0, 190), st.integers(1, 10), st.integers(10, 80))
def test_it_always_has_the_first_match(text: str, place: int, length: int, width: int) -> None:
    if place + length > len(text):
        return
    start, end = snippet(text, [(place, place + length)], width)
    assert start <= place
    assert place + length <= end
    assert end - start <= width
