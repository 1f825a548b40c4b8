import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.importers import author_line
from tui_reader.importers.author_line import Tail, is_author_line, names_of, take_tail


@pytest.mark.parametrize(
    ("line", "head", "tail"),
    [
        ("A B, C D et al. · harvard, mit", "A B, C D", Tail(True, ("harvard", "mit"))),
        ("A B", "A B", Tail(False, ())),
        ("A B, et al", "A B", Tail(True, ())),
        ("Royal Medal", "Royal Medal", Tail(False, ())),
    ],
)
def test_tail(line: str, head: str, tail: Tail) -> None:
    assert take_tail(line) == (head, tail)


def test_suffixes_stay_with_their_name() -> None:
    assert names_of("John Smith, Jr., Ada B, Carl C, III") == (
        "John Smith, Jr.",
        "Ada B",
        "Carl C, III",
    )


@pytest.mark.parametrize(
    "line",
    [
        "Julia Kempe",
        "Tarushri N. S.",
        "John Smith Jr.",
        "MiniMax, :, Aili Chen et al.",
        "A. B. Cee, Dee van der Eff",
        "FAIR CodeGen team, A B et al. · meta-ai",
        "A B, seung-won hwang, C D et al.",
        "MohammadReza Abbas Bavil Sofla, Karim SamadZamini",
    ],
)
def test_lines_of_names(line: str) -> None:
    assert is_author_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "This paper has been withdrawn",
        "We show a thing.",
        "PDF | Code",
        "Why is this so hard for models of all kindsAda Lovelace, Bo Peep, Cy Dee et al.",
        "x" * 1000,
        "",
    ],
)
def test_lines_that_are_none(line: str) -> None:
    assert not is_author_line(line)


WORDS = st.sampled_from(
    ["Ada", "Lovelace", "van", "der", "O'Hara", "ﬁn", "漢字", ":", "3", "DeGroot"]
)
LINES = st.lists(st.lists(WORDS, max_size=8).map(" ".join), max_size=14).map(", ".join)


@given(LINES)
def test_names_told_at_once_are_what_each_of_them_is(line: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        at_once = is_author_line.__wrapped__(line)
        patch.setattr(author_line, "_are_plain_names", lambda text: False)
        assert is_author_line.__wrapped__(line) == at_once
