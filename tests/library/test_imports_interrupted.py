"""Imports that are killed, that fail at any file call, or that are several at once."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.library.faults import Killed, faults
from tui_reader.library import Library
from tui_reader.library.errors import LibraryError

ROOT = Path(__file__).parents[2]
LONG = pytest.mark.torture
FAULTS = ["kill", pytest.param("ENOSPC", marks=LONG), pytest.param("EIO", marks=LONG)]


def opened(directory: Path) -> Library:
    return Library.open(directory, samples=False)


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    """Two of two papers each."""
    paths = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}.jsonl"
        path.write_text(
            "".join(f'{{"title": "{n} of {name}", "authors": ["{name} Lee"]}}\n' for n in "ab")
        )
        paths.append(path)
    return paths


def titles(library: Library) -> list[str]:
    return sorted(paper.title for paper in library.papers)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_document_is_in_wholly_or_not_at_all(
    tmp_path: Path, documents: list[Path], fault: str
) -> None:
    start = tmp_path / "start"
    opened(start).close()
    done = shutil.copytree(start, tmp_path / "done")
    library = opened(done)
    with faults(0, fault) as counted:
        library.add(documents)
    wanted = titles(library)
    library.close()
    for at in range(1, len(counted.calls) + 1):
        trial = shutil.copytree(start, tmp_path / str(at))
        library = opened(trial)
        with faults(at, fault):
            try:
                library.add(documents)
            except (LibraryError, OSError) as error:
                assert str(error)
            except Killed:
                pass
        library = opened(trial)
        listed = {document.name for document in library.documents()}
        assert titles(library) == [title for title in wanted if f"{title[5:]}.jsonl" in listed]
        library.add(documents)
        assert titles(library) == wanted
        assert len(library.documents()) == 2
        library.close()
        shutil.rmtree(trial)


def test_imports_at_once_lose_no_document_and_double_none(
    tmp_path: Path, documents: list[Path]
) -> None:
    directory = tmp_path / "library"
    library = opened(directory)
    command = [sys.executable, "-m", "tui_reader", "--library", str(directory), "import"]
    which = [documents[:1], documents[1:], documents]
    children = [subprocess.Popen([*command, *paths], cwd=ROOT) for paths in which]
    assert [child.wait() for child in children] == [0, 0, 0]
    assert library.poll().papers
    for seen in (library, opened(directory)):
        assert titles(seen) == ["a of one", "a of two", "b of one", "b of two"]
        assert sorted(document.name for document in seen.documents()) == ["one.jsonl", "two.jsonl"]
        seen.close()
