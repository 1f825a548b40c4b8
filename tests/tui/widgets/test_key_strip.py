"""A few lines that name every next key."""

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.tui.widgets.key_strip import GAP, MOST_LINES, arranged

ITEMS = st.lists(st.tuples(st.sampled_from("abc123?="), st.text("xyz ", max_size=60)), max_size=12)


@given(ITEMS)
def test_every_key_is_named_and_no_line_is_too_long(items: list[tuple[str, str]]) -> None:
    rows = arranged(items, 78)
    assert len(rows) <= MOST_LINES
    assert [key for row in rows for key, _ in row] == [key for key, _ in items]
    for row in rows:
        assert sum(len(key) + 1 + len(words) for key, words in row) + GAP * (len(row) - 1) <= 78


def test_words_that_fit_are_whole() -> None:
    assert arranged([("0", "unread 61"), ("a", "all 81")], 78) == [
        [("0", "unread 61"), ("a", "all 81")]
    ]
