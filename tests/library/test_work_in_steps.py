"""From records to an index nothing sorts all papers in one call, which would hold up every key."""

import builtins
import random
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any

import pytest

from tui_reader.library import paper_packing
from tui_reader.library.paper_packing import packed_papers
from tui_reader.library.paper_store import PaperStore
from tui_reader.papers import Record, candidates, evidence, gathered, merging, proposals, steps
from tui_reader.papers.merging import merge
from tui_reader.papers.record import keyed
from tui_reader.search import author_names, postings, ranks
from tui_reader.search.building import build_abstracts, build_titles

STEP, SIZE = 100, 3_000
MODULES = (
    *(merging, gathered, candidates, evidence, proposals, steps),
    *(paper_packing, author_names, postings, ranks),
)


@pytest.fixture
def sizes(monkeypatch: pytest.MonkeyPatch) -> dict[ModuleType, list[int]]:
    """Of what each module sorts."""
    counted: dict[ModuleType, list[int]] = {module: [] for module in MODULES}

    def counting(module: ModuleType) -> Callable[..., list[Any]]:
        def sort(items: Iterable[Any], **how: Any) -> list[Any]:  # noqa: ANN401 - any items
            given = list(items)
            counted[module].append(len(given))
            return builtins.sorted(given, **how)

        return sort

    for module in MODULES:
        monkeypatch.setattr(module, "sorted", counting(module), raising=False)
    monkeypatch.setattr(steps, "STEP", STEP)
    return counted


def record(number: int) -> Record:
    chance = random.Random(number)
    words = [f"{chance.choice('abcdefgh')}{chance.randrange(2 * SIZE)}" for _ in range(40)]
    return keyed(
        Record(
            document="many.jsonl",
            line=number,
            title=" ".join(words[:6]),
            authors=(f"{words[0]} Wei", f"{words[1]} Stein"),
            abstract=" ".join(words[6:]),
            date=f"{chance.randint(1990, 2026)}-{chance.randint(1, 12):02}",
        )
    )


def test_nothing_is_sorted_at_once(sizes: dict[ModuleType, list[int]]) -> None:
    merged = merge(record(number) for number in range(SIZE))
    papers = PaperStore(b"".join(packed_papers(merged.papers, {})))
    assert len(papers) == SIZE
    assert build_titles(papers)
    assert build_abstracts(papers)
    assert sizes[steps]
    for module, counted in sizes.items():
        assert max(counted, default=0) < SIZE / 5, module
