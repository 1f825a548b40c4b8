"""A newer version of a document replaces the older one, and nothing of its papers is lost."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tui_reader.library import Library
from tui_reader.papers import Status

Open = Callable[..., Library]
VERSIONS = [
    {"title": "Deep Laerning of Functions", "authors": ["Ada Lovelace"]},
    {"title": "Deep Learning of Functions", "authors": ["Ada Lovelace"]},
    {"title": "Deep Learning of Functions", "authors": ["Ada Lovelace", "Bo Peep"]},
    {
        "title": "Deep Learning of Functions",
        "authors": ["Ada Lovelace", "Bo Peep"],
        "identifiers": {"doi": "10.1/x"},
    },
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "one.json"


def bring(library: Library, source: Path, fields: object) -> None:
    source.write_text(json.dumps(fields))
    library.add([source])


def test_state_and_id_go_through_every_version(
    open_library: Open, source: Path, tmp_path: Path
) -> None:
    library = open_library(samples=False)
    ids = []
    for number, fields in enumerate(VERSIONS):
        bring(library, source, fields)
        (paper,) = library.papers
        ids.append(paper.id)
        if not number:
            library.mark([paper], Status.READ)
    assert paper.title == "Deep Learning of Functions"
    library.close()
    shutil.rmtree(tmp_path / "library" / "catalogue")
    again = open_library()
    for id_ in ids:
        assert again.state(again.resolve(id_)).status is Status.READ


def test_going_back_to_an_older_version(open_library: Open, source: Path) -> None:
    library = open_library(samples=False)
    for fields in (VERSIONS[0], VERSIONS[1], VERSIONS[0]):
        bring(library, source, fields)
        library.star(library.papers, on=True)
    (paper,) = library.papers
    assert (paper.title, library.state(paper).starred) == ("Deep Laerning of Functions", True)
    assert all("former" not in document._fields for document in library.documents())


def test_a_trial_shows_what_the_import_would_do(open_library: Open, source: Path) -> None:
    library = open_library(samples=False)
    bring(library, source, VERSIONS[0])
    source.write_text(json.dumps(VERSIONS[1]))
    tried, done = library.add([source], dry_run=True), library.add([source])
    assert (tried.new, tried.updated) == (done.new, done.updated) == (0, 1)
    assert len(library.papers) == 1
