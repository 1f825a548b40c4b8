import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.latex import display
from tui_reader.search.folding import (
    compound_tokens,
    fold,
    index_text,
    word_set,
    word_tokens,
    words,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Gaëtan", "gaetan"),
        ("Gae\u0308tan", "gaetan"),
        ("İstanbul", "istanbul"),
        ("Straße", "strasse"),
        ("ﬁne", "fine"),
        ("zero\u200bwidth", "zerowidth"),
        ("soft\u00adhyphen", "softhyphen"),
        ("ℝ²", "r2"),
        ("ОБУЧЕНИЕ", "обучение"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_hyphens_part_words_and_the_joined_form_counts_too() -> None:
    assert word_set("low-rank o'brien’s") >= {"low", "rank", "lowrank", "o", "brien"}
    assert word_set("é low-rank") == {"é", "low", "rank", "lowrank"}


def test_chinese_characters_are_words() -> None:
    assert words("深度 learning") == ["深", "度", "learning"]


def test_tokens_have_places_in_the_display_text() -> None:
    text = "Gae\u0308tan’s ﬁne Low-Rank"
    found = {token.word: text[token.start : token.end] for token in word_tokens(text)}
    assert found == {
        "gaetan": "Gae\u0308tan",
        "s": "s",
        "fine": "ﬁne",
        "low": "Low",
        "rank": "Rank",
    }
    assert [text[token.start : token.end] for token in compound_tokens(text)] == [
        "Gae\u0308tan’s",
        "Low-Rank",
    ]


@given(st.text(max_size=80))
def test_what_is_indexed_can_be_shown(text: str) -> None:
    shown = display(text)
    tokens = [*word_tokens(shown), *compound_tokens(shown)]
    assert {token.word for token in tokens} == word_set(index_text(text))
    assert all(0 <= token.start < token.end <= len(shown) for token in tokens)
