"""A library whose every paper is an attack, and the reader on it in a pseudo-terminal."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.texts import papers_json
from tests.tui.terminal import Terminal
from tui_reader.cli import main


@pytest.fixture(scope="session")
def hostile_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    document = folder / "[@click=app.quit]\x1b]0;owned\x07.json"
    document.write_bytes(papers_json())
    library = folder / "library"
    code = main(
        ["--library", str(library), "--no-samples", "import", "--with-tracker", str(document)]
    )
    assert code == 0
    return library


@pytest.fixture
def hostile_library(hostile_made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(hostile_made, tmp_path / "library"))


@pytest.fixture
def terminal(hostile_library: Path, tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(
        "--library",
        str(hostile_library),
        size=(120, 40),
        XDG_STATE_HOME=str(tmp_path / "state"),
        XDG_CONFIG_HOME=str(tmp_path / "config"),
        HOME=str(tmp_path),
        BROWSER="/nowhere/browser",
    )
    terminal.wait_for("quit")
    yield terminal
    terminal.close()
