"""Long work goes on in steps, so that no other thread waits for the whole of it."""

import builtins
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.papers import steps
from tui_reader.papers.steps import in_order, runs

TEXTS = st.text(alphabet="abé\0\U0010ffff", max_size=9)


@given(st.lists(st.tuples(TEXTS, st.integers())), st.integers(1, 4))
def test_in_order_is_sorted_and_stable(items: list[tuple[str, int]], step: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(steps, "STEP", step)
        found = list(in_order(items, lambda item: item[0]))
    assert found == sorted(items, key=lambda item: item[0])


@pytest.mark.parametrize("start", ["", "The same long beginning of very many titles: "])
def test_no_sort_goes_through_more_than_a_step(monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    sizes = []

    def counting(items: Iterable[str], key: Callable[[str], str] | None = None) -> list[str]:
        given = list(items)
        sizes.append(len(given))
        return builtins.sorted(given, key=key)

    monkeypatch.setattr(steps, "sorted", counting, raising=False)
    size = 20_000
    found = list(in_order([f"{start}{n * 7919 % size:05}" for n in range(size)], lambda text: text))
    assert found == [f"{start}{n:05}" for n in range(size)]
    assert max(sizes) <= steps.STEP


def test_keys_of_which_each_begins_with_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "STEP", 4)
    asked = 0

    def key(length: int) -> str:
        nonlocal asked
        asked += 1
        return "a" * length

    lengths = range(3_000)
    assert list(in_order(reversed(lengths), key)) == list(lengths)
    assert asked < 4 * (steps.MOST_PARTED + 1) * len(lengths)


def test_runs_are_the_whole_in_steps() -> None:
    whole = range(2 * steps.STEP + 1)
    assert [len(run) for run in runs(whole)] == [steps.STEP, steps.STEP, 1]
    assert [item for run in runs(whole) for item in run] == list(whole)
