"""What a script may hand to a library."""

from pathlib import Path

import pytest

from tui_reader.library import Library
from tui_reader.papers import Status


def test_scripts_may_name_one_thing_or_several_by_plain_words(tmp_path: Path) -> None:
    source = tmp_path / "one.json"
    source.write_text('{"title": "Looms", "authors": ["Ada Lovelace"]}')
    library = Library.open(str(tmp_path / "library"), samples=False)
    library.add(str(source))
    (paper,) = library.papers
    library.mark(paper.id, "queued")
    library.tag(paper, add="looms")
    assert library.state(paper).status is Status.QUEUED
    assert library.state(paper).tags == ("looms",)
    with pytest.raises(ValueError, match="nonsense"):
        library.mark([paper.id], "nonsense")
    library.close()
