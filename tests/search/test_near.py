import pytest

from tui_reader.search.near import near_words
from tui_reader.search.postings import GrowingPostings, Postings


def postings(*words: str) -> Postings:
    made = GrowingPostings()
    made.append(0, words)
    made.finish()
    return made


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("tranformer", "transformer"),
        ("trasnformer", "transformer"),
        ("transsformer", "transformer"),
        ("birh", "birth"),
        ("ramal", "rammal"),
        ("frm", "form"),
        ("rtansformer", "transformer"),
        ("rmmal", "rammal"),
        ("223", "2023"),
    ],
)
def test_a_slip_is_forgiven(typed: str, word: str) -> None:
    known = postings("transformer", "birth", "rammal", "form", "2023", "zebra")
    assert word in near_words(known, typed, open_end=False)


def test_two_slips_only_in_long_words() -> None:
    known = postings("birth", "reinforcement")
    assert near_words(known, "bitrg", open_end=False) == {}
    assert near_words(known, "renforcemnt", open_end=False) == {"reinforcement": 2}


def test_the_end_may_not_be_typed_yet() -> None:
    known = postings("transformers")
    assert near_words(known, "tranfor", open_end=False) == {}
    assert near_words(known, "tranfor", open_end=True) == {"transformers": 1}


def test_short_words_and_numbers_are_what_they_are() -> None:
    assert near_words(postings("ab", "2024"), "ac", open_end=True) == {}
    assert near_words(postings("ab", "2024"), "2025", open_end=True) == {}
