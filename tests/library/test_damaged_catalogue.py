"""Whatever happens to the bytes below catalogue/, every answer is as if nothing had."""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tui_reader.library import Library, indexing
from tui_reader.papers import Paper

QUERIES = ("", "gradient", "low rank", "abstract:attention", "has:code", '"gradient descent"')
DAMAGES = ("none", "flip", "cut", "grow", "drop", "delete", "swap")


class Answers(NamedTuple):
    papers: list[Paper]
    told: list[object]
    found: list[list[int]]


def answers(folder: Path) -> Answers:
    library = Library.open(folder)
    try:
        found = [list(library.search(query).positions) for query in QUERIES]
        return Answers(list(library.papers), [*library.documents(), *library.proposals], found)
    finally:
        library.close()


def _is_data(path: Path) -> bool:
    return path.is_file() and path.suffix != ".lock"


class Whole(NamedTuple):
    folder: Path
    files: list[Path]
    answers: Answers


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(indexing, "WORTH_KEEPING", 1)
        folder = tmp_path_factory.mktemp("catalogue") / "whole"
        expected = answers(folder)
        files = sorted(path for path in (folder / "catalogue").rglob("*") if _is_data(path))
        names = [path.relative_to(folder / "catalogue") for path in files]
        assert len([name for name in names if name.parts[0] == "readings"]) > 1
        assert {"papers", "index/abstracts"} <= set(map(str, names))
        yield Whole(folder, [path.relative_to(folder) for path in files], expected)


def damaged(data: bytes, damage: str, place: int, change: int) -> bytes:
    place %= len(data)
    if damage == "flip":
        return data[:place] + bytes([data[place] ^ change]) + data[place + 1 :]
    if damage == "cut":
        return data[:place]
    if damage == "grow":
        return data[:place] + bytes([change]) + data[place:]
    return data[:place] + data[place + change :]


@pytest.mark.parametrize("seed", range(30))
def test_no_answer_changes(whole: Whole, seed: int) -> None:
    chance = random.Random(seed)
    folder = whole.folder.with_name("damaged")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(whole.folder, folder)
    for file in whole.files:
        path, damage = folder / file, chance.choice(DAMAGES)
        if damage == "delete":
            path.unlink()
        elif damage == "swap":
            path.write_bytes((whole.folder / chance.choice(whole.files)).read_bytes())
        elif damage != "none":
            place, change = chance.randrange(1 << 20), chance.randint(1, 255)
            path.write_bytes(damaged(path.read_bytes(), damage, place, change))
    assert answers(folder) == whole.answers
    assert answers(folder) == whole.answers


@pytest.mark.parametrize("put", [os.mkfifo, os.mkdir], ids=["fifo", "directory"])
def test_nothing_waits_for_what_is_no_file(whole: Whole, put: Callable[[Path], None]) -> None:
    folder = whole.folder.with_name("replaced")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(whole.folder, folder)
    for file in whole.files:
        (folder / file).unlink()
        put(folder / file)
    assert answers(folder) == whole.answers
