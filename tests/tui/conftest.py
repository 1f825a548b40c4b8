"""A library with the samples, in a directory of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.reading_session import open_library
from tui_reader.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = open_library(tmp_path / "library")
    yield library
    library.close()
