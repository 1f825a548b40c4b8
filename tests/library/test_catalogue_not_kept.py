"""A catalogue that cannot be written: the papers are there all the same, in memory."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tui_reader.library import CannotSave, Library, building, catalogue

Open = Callable[..., Library]


@pytest.mark.parametrize(("written", "merged"), [(False, 1), (True, 2)])
def test_papers_that_cannot_be_written(
    open_library: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: bool, merged: int
) -> None:
    """Records are forgotten as papers are written: what was begun is made again."""
    made, build = [], building.Building

    def counting(*args: object) -> object:
        made.append(args)
        return build(*args)  # type: ignore[arg-type]  # passed on as they came

    def refuse(path: Path, pieces: Iterable[bytes]) -> None:
        if written:
            assert list(pieces)
        raise CannotSave(path, "No space left on device")

    path = tmp_path / "papers.jsonl"
    titles = [f"Title {n}" for n in range(5)]
    path.write_text("\n".join(json.dumps({"title": title}) for title in titles), encoding="utf-8")
    library = open_library(samples=False)
    monkeypatch.setattr(building, "Building", counting)
    monkeypatch.setattr(catalogue, "write_atomically", refuse)
    assert library.add([path]).new == len(titles)
    assert [paper.title for paper in library.papers] == titles
    assert library.search("title").exact == len(titles)
    assert len(made) == merged
