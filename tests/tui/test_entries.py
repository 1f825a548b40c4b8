"""What is typed into the small fields."""

import pytest

from tui_reader.tui.desk.changes import SetProgress, Tag
from tui_reader.tui.desk.entries import Unreadable, progress_of, tags_of


@pytest.mark.parametrize(
    ("text", "percent"), [("40", 40), (" 40 % ", 40), ("12/38", 31), ("0", 0), ("38/38", 100)]
)
def test_progress(text: str, percent: int) -> None:
    assert progress_of(text) == SetProgress(percent)


@pytest.mark.parametrize("text", ["", "x", "101", "-1", "12/0", "39/38", "1/2/3", "４０/"])
def test_what_is_no_progress(text: str) -> None:
    with pytest.raises(Unreadable):
        progress_of(text)


def test_tags() -> None:
    assert tags_of("+a -b c #d +a") == Tag(("a", "c", "d"), ("b",))


@pytest.mark.parametrize("text", ["", "  ", "+", "a -"])
def test_what_is_no_tag(text: str) -> None:
    with pytest.raises(Unreadable):
        tags_of(text)
