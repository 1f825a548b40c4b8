"""A library with the samples, in a directory of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.reading_session import open_library
from tui_reader.library import Library


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library as it is after its first start; to be copied, not used."""
    path = tmp_path_factory.mktemp("samples") / "library"
    open_library(path).close()
    return path


@pytest.fixture
def library(samples: Path, tmp_path: Path) -> Iterator[Library]:
    shutil.copytree(samples, tmp_path / "library")
    library = open_library(tmp_path / "library")
    yield library
    library.close()
