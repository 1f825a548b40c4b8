"""Which records a newer version of a document tells otherwise."""

import pytest

from tests.papers.records import ABSTRACT, AUTHORS, OTHER, SIMILAR, TITLE, record
from tui_reader.papers import Record
from tui_reader.papers.renamed import renamed

PLAIN = record(abstract=ABSTRACT)
CHANGED = {
    "a slip in the title": record(TITLE.replace("Scaling", "Scalling")),
    "another title over the same abstract": record("Memories at Scale", abstract=ABSTRACT),
    "an abstract reworded, a title too": record("Memories at Scale", abstract=SIMILAR),
    "one author more": record(authors=(*AUTHORS, "Ana Wei")),
    "an author's name in full": record(authors=("V. Cabannes", "E. Dohmatob")),
}
OTHERS = {
    "another work": record("On Falling", ("Ana Wei",), abstract=OTHER),
    "the same words on another work": record(TITLE + " II", abstract=OTHER),
    "another DOI": record("Memories", abstract=ABSTRACT, identifiers={"doi": "10.1/b"}),
}


@pytest.mark.parametrize("new", CHANGED.values(), ids=CHANGED)
def test_a_record_told_otherwise_is_the_same(new: Record) -> None:
    assert renamed([PLAIN, OTHERS["another work"]], [new, OTHERS["another work"]]) == {
        PLAIN.key: new.key
    }


@pytest.mark.parametrize("new", OTHERS.values(), ids=OTHERS)
def test_another_record_is_not(new: Record) -> None:
    old = record(abstract=ABSTRACT, identifiers={"doi": "10.1/a"}) if new.identifiers else PLAIN
    assert renamed([old], [new]) == {}


def test_one_for_one_and_only_what_went() -> None:
    came = [CHANGED["a slip in the title"], CHANGED["one author more"]]
    assert len(renamed([PLAIN], came)) == 1
    assert renamed([PLAIN], [PLAIN, *came]) == {}
    assert renamed([], came) == renamed(came, []) == {}
