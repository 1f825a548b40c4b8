import pytest

from tui_reader.importers.furniture import furniture_problem, is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "Via arXiv",
        "Access Paper or Ask Questions",
        "Sort by: Recent",
        "***",
        "0 Comments",
        "Load more",
    ],
)
def test_known_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", ["Attention Is All You Need", "Julia Kempe", "via " + "x" * 80])
def test_other_lines_are_none(line: str) -> None:
    assert not is_furniture(line)


def test_what_was_left_out_is_counted() -> None:
    assert furniture_problem([]) == ""
    found = furniture_problem(["***", "Via arXiv", "***"])
    assert found == "3 lines of page furniture left out: '***' 2x, 'Via arXiv' 1x"
