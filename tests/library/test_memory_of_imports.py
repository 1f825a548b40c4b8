"""What an import needs is held no longer than it needs it."""

import gc
import json
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui_reader.library import Library
from tui_reader.library.documents.progress import MERGING, Progress
from tui_reader.papers import Paper, Record

Open = Callable[..., Library]
LINES = [
    json.dumps({"title": f"On ${{\\alpha}}_{{{n}}}$", "authors": [f"Ana Wei{n}"], "abstract": "x "})
    for n in range(50)
]


@pytest.fixture
def uncollected() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def _there(kind: type[Record | Paper]) -> int:
    return sum(type(made) is kind for made in gc.get_objects())


@pytest.mark.usefixtures("uncollected")
def test_records_and_papers_are_gone_once_they_are_written(
    open_library: Open, tmp_path: Path
) -> None:
    """Without looking for garbage, which no import does."""
    path = tmp_path / "papers.jsonl"
    path.write_text("\n".join(LINES), encoding="utf-8")
    library = open_library(samples=False)
    before = _there(Record), _there(Paper)
    assert library.add([path]).new == len(LINES)
    assert (_there(Record), _there(Paper)) == before
    assert library.papers[0].title.startswith("On ")


def test_bytes_and_text_of_a_document_are_gone_while_papers_are_made(
    open_library: Open, tmp_path: Path
) -> None:
    path, size = tmp_path / "papers.jsonl", 4_000_000
    path.write_text(json.dumps({"title": "One", "of no use": "x" * size}), encoding="utf-8")
    library = open_library(samples=False)
    library.search("loads the engine")
    held = []

    def tell(progress: Progress) -> None:
        if progress.doing == MERGING:
            held.append(tracemalloc.get_traced_memory()[0] - before)

    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        library.add([path], tell=tell)
    finally:
        tracemalloc.stop()
    assert held
    assert max(held) < size / 2
