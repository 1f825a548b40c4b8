"""A small library, main() with what it printed, and the program as a process."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tui_reader.cli import main

PAPERS: list[dict[str, Any]] = [
    {
        "title": "Transformers and Associative Memories",
        "authors": ["Ada Ray", "Bob Stone"],
        "abstract": "We study transformers as memories of what they have read, token by token.",
        "category": "LG",
        "date": "2025-03-04",
        "score": 91.5,
    },
    {
        "title": "A Survey of Reinforcement Learning",
        "authors": ["Cleo Hart"],
        "et_al": True,
        "abstract": "Reinforcement learning is surveyed, with an eye on exploration and rewards.",
        "category": "AI",
        "date": "2024-01-02",
    },
    {
        "title": "Optimal Transport on Graphs",
        "authors": ["Bob Stone"],
        "abstract": "Mass is moved along the edges of graphs, at the least cost for every vertex.",
        "category": "ML",
        "date": "2023-05-06",
    },
]


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.out)
        return found


Run = Callable[..., Ran]
# Root may enter every directory: a command that takes that from it.
AS_ANYBODY = (
    ("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner") if not os.geteuid() else ()
)


@pytest.fixture(autouse=True)
def _places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's own is read or written."""
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("TUI_READER_LIBRARY", str(tmp_path / "library"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*argv: str) -> Ran:
        capsys.readouterr()
        code = main(argv)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Ran(code, out, err)

    return run


@pytest.fixture(scope="session")
def papers_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("documents") / "papers.json"
    path.write_text(json.dumps(PAPERS), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def library_made(tmp_path_factory: pytest.TempPathFactory, papers_file: Path) -> Path:
    directory = tmp_path_factory.mktemp("made") / "library"
    code = main(["--library", str(directory), "--no-samples", "import", str(papers_file)])
    assert code == 0
    return directory


@pytest.fixture
def library(tmp_path: Path, library_made: Path) -> Path:
    """The three papers, newest first: Transformers, Survey, Transport."""
    return Path(shutil.copytree(library_made, tmp_path / "library"))


@pytest.fixture
def ids(library: Path, run: Run) -> list[str]:
    return [paper["id"] for paper in run("list", "--json").json]


@pytest.fixture
def process() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """The program as a process of its own, stdin empty unless given."""

    def process(
        *argv: str, input: bytes = b"", under: Sequence[str] = (), **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*under, sys.executable, "-m", "tui_reader", *argv],
            input=input,
            capture_output=True,
            env=os.environ | environment,
            timeout=60,
            check=False,
        )

    return process
