import pytest

from tui_reader.importers.split.cuts import LONGEST_TOKEN, WORDS_BEFORE_COMMA, can_be_cut, cuts


def titles(line: str, et_al: bool = False) -> list[str]:
    return [line[:at] for at, _ in cuts(line, et_al)]


def test_only_inside_tokens() -> None:
    assert titles("On a ThingAda Lovelace") == ["On a Thing"]
    assert titles("On a Thing Ada Lovelace") == []


def test_not_after_marks_that_start_something() -> None:
    assert titles("A Self-Supervised (Big) 'Thing") == []
    assert titles("It costs $x$Ada Bee") == ["It costs $x$"]


def test_small_letters_start_a_name_only_as_particles() -> None:
    assert titles("a thingvan der Berg") == ["a thing"]
    assert titles("a thingfor der Berg") == []


def test_every_name_after_the_cut_is_told() -> None:
    assert list(cuts("On a ThingAda B, Cy D", False)) == [(10, ("Ada B", "Cy D"))]


@pytest.mark.parametrize("count", [10, 1000])
def test_work_does_not_grow_with_the_line(count: int) -> None:
    assert len(titles("aB " * count + "aB")) == WORDS_BEFORE_COMMA
    assert len(titles("B" * LONGEST_TOKEN * count)) <= LONGEST_TOKEN


def test_names_that_could_hide_a_cut() -> None:
    assert can_be_cut("Jian McGee")
    assert not can_be_cut("Ada Lovelace")
