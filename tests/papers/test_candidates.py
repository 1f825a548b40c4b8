"""Candidates are found without trying all pairs."""

import random
from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.papers import candidates
from tui_reader.papers.candidates import LARGEST_BLOCK, NEIGHBOURS, pairs_in, sharing
from tui_reader.papers.candidates import sharing_rare_words as rare


def test_a_small_block_gives_every_pair() -> None:
    assert set(pairs_in(range(5))) == set(combinations(range(5), 2))


def test_a_large_block_gives_a_linear_count_of_pairs() -> None:
    size = 50 * LARGEST_BLOCK
    assert len(list(pairs_in(range(size)))) <= size * NEIGHBOURS


def test_sharing() -> None:
    assert list(sharing([("a", 1), ("b", 2), ("a", 3), ("a", 1), ("c", 4)])) == [[1, 3]]


def test_texts_that_share_rare_words() -> None:
    texts = [
        {"the", "sandbox", "visual", "transformer"},
        {"the", "galaxy", "redshift", "survey"},
        {"the", "sandbox", "visual", "neuron"},
    ]
    assert rare(texts, 4) == {(0, 2)}


def test_a_library_of_unlike_texts_gives_few_pairs() -> None:
    size = 2_000
    texts = [{"common", f"field{n % 20}", f"word{n % 701}", f"name{n % 499}"} for n in range(size)]
    assert len(rare(texts, 4)) < 12 * size


@given(st.lists(st.sets(st.sampled_from("abcdefgh"))), st.integers(0, 3))
def test_values_seen_in_one_place_by_chance_are_no_pairs(texts: list[set[str]], room: int) -> None:
    listed = [sorted(text) for text in texts]
    whole = rare(listed, 9)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "ROOM", room)
        assert rare(listed, 9) == whole


def test_what_stands_in_one_text_only_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dictionary of all would be what an import needs most memory for."""
    kept = []

    def counting(values: Iterable[tuple[Hashable, int]]) -> Iterator[list[int]]:
        pairs = list(values)
        kept.append(len(pairs))
        return sharing(pairs)

    monkeypatch.setattr(candidates, "sharing", counting)
    chance = random.Random(1)
    texts = [{f"word{chance.randrange(5_000)}" for _ in range(9)} for _ in range(2_000)]
    found = rare(texts, 9)
    in_all = sum(2 * len(text) - 3 for text in texts)
    assert found
    assert kept[0] < in_all / 3
