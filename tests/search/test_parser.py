from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.search.language.help_text import EXAMPLES
from tui_reader.search.language.parser import parse
from tui_reader.search.language.query import And, Between, Is, Not, Or, Phrase, Word

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.query)
def test_every_prefix_of_an_example_parses(example: tuple[str, str]) -> None:
    text = example[0]
    for end in range(len(text) + 1):
        query = parse(text[:end], TODAY)
        assert query.text == text[:end]
        assert all("\n" not in hint for hint in query.hints)
    assert parse(text, TODAY).terms
    assert parse(text, TODAY).hints == ()


@given(
    st.text(alphabet=st.sampled_from('ab-"():.<>= ORAND2057 title:year:is:é深\u0301'), max_size=40)
)
def test_any_text_parses(text: str) -> None:
    parse(text, TODAY)


@given(st.text(max_size=60))
def test_any_unicode_parses(text: str) -> None:
    parse(text, TODAY)


def test_and_binds_tighter_than_or() -> None:
    (term,) = parse("a b OR c").terms
    assert isinstance(term, Or)
    assert [type(node) for node in term.nodes] == [And, Word]


def test_groups_and_minus() -> None:
    first, second = parse("(a OR b) -(c d)").terms
    assert isinstance(first, Or)
    assert isinstance(second, Not)
    assert isinstance(second.node, And)


def test_a_minus_within_a_word_parts_it() -> None:
    assert [type(term) for term in parse("low-rank").terms] == [Word, Word]


def test_stray_operators_are_ignored() -> None:
    for text in ("OR a", "a OR", "a )", "( a", "a -", "((a))", "a OR OR", "AND a"):
        words = [term.word for term in parse(text).terms if isinstance(term, Word)]
        assert words == ["a"], text
        assert len(parse(text).terms) == 1, text


def test_unclosed_phrase_may_end_within_a_word() -> None:
    (term,) = parse('"model coll').terms
    assert term == Phrase(("model", "coll"), "", True, '"model coll"')


def test_field_names_ignore_case() -> None:
    assert parse("TITLE:rag").terms == (Word("rag", "title", "title:rag"),)


def test_a_field_applies_to_its_group() -> None:
    (term,) = parse("title:(a OR b)").terms
    assert isinstance(term, Or)
    assert [node.field for node in term.nodes if isinstance(node, Word)] == ["title", "title"]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("year:20x", "not a year: 20x"),
        ("date:2025-13", "not a date: 2025-13"),
        ("date:2025-02-30", "not a date: 2025-02-30"),
        ("score:high", "not a number: high"),
        ("foo:bar", "no field foo: searched as text"),
    ],
)
def test_hints(text: str, hint: str) -> None:
    assert parse(text).hints == (hint,)


def test_an_unknown_field_is_plain_text() -> None:
    assert [term.raw for term in parse("foo:bar").terms] == ["foo", "bar"]


def test_a_title_with_a_colon_gives_no_hint() -> None:
    assert parse("Galore: Memory-Efficient").hints == ()


def test_a_wrong_choice_names_the_right_ones() -> None:
    (hint,) = parse("status:finished").hints
    assert "queued" in hint


def test_a_choice_half_typed_means_all_it_may_become() -> None:
    assert parse("status:re").terms == (Is("status", ("reading", "read"), "status:re"),)
    assert parse("status:read").terms == (Is("status", ("read",), "status:read"),)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("year:2023..2025", "2023-01-01", "2025-12-31"),
        ("year:2025..2023", "2023-01-01", "2025-12-31"),
        ("year:2023..", "2023-01-01", None),
        ("year:..2023", None, "2023-12-31"),
        ("year:202", "2020-01-01", "2029-12-31"),
        ("date:2024-02", "2024-02-01", "2024-02-29"),
        ("date:>=2025-06", "2025-06-01", None),
        ("date:<2025-06", None, "2025-05-31"),
        ("date:<=2025-06", None, "2025-06-30"),
        ("added:7d", "2026-11-13", None),
        ("added:>2w", None, "2026-11-05"),
    ],
)
def test_periods(text: str, low: str | None, high: str | None) -> None:
    (term,) = parse(text, TODAY).terms
    assert isinstance(term, Between)
    assert (term.low, term.high) == (low, high)


def test_groups_without_end() -> None:
    assert parse("(" * 10_000 + "a").hints


def test_chinese_is_one_phrase() -> None:
    assert parse("深度学习").terms == (Phrase(("深", "度", "学", "习"), "", True, "深度学习"),)


@pytest.mark.parametrize("text", ["L'Hôpital", "l’hopital", "lhopital"])
def test_an_apostrophe_parts_no_word(text: str) -> None:
    (term,) = parse(text).terms
    assert isinstance(term, Word)
    assert term.word == "lhopital"
