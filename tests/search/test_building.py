import hashlib
import random
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.papers import paper
from tui_reader.library.documents.inputs import FORMAT
from tui_reader.papers import Paper
from tui_reader.papers.progress import EVERY
from tui_reader.search import texts
from tui_reader.search.building import VERSION, abstracts, build_abstracts, build_titles
from tui_reader.search.folding import row_and_words
from tui_reader.search.parts import joined

PAPERS = [
    paper(
        "LoRA: Low-Rank Adaptation of $\\mathcal{O}(n)$ Models",
        ["Edward Hu", "Gaëtan Narożniak"],
        "We don't re-train; \\emph{state-of-the-art} 基于深度 results, naïve or not.",
        score=88.5,
        identifiers={"arxiv": "2106.09685"},
        added_at=5,
    ),
    paper("", [], "An untitled one", id="untitled", date="", category="", has_code=True),
    paper("Обучение", ["Ana de Bach"], date="2023", urls=("https://example.org",)),
]
# A kept index is read by every program with the same VERSION: when this fails because the parts
# are made otherwise, raise the number in VERSION with it, and that in FORMAT, as titles are kept
# with the papers.
MADE = ("4", "shown-4", "e5feb800bc9f4176")


@pytest.mark.skipif(sys.byteorder != "little", reason="the bytes of another machine")
def test_other_parts_have_another_version() -> None:
    digest = hashlib.sha256()
    for name, part in sorted({**build_titles(PAPERS), **build_abstracts(PAPERS)}.items()):
        digest.update(name.encode() + bytes(part))
    version, format = VERSION.partition(",")[0], FORMAT.rpartition("/")[2]
    assert (version, format, digest.hexdigest()[:16]) == MADE


TEXTS = st.sampled_from(["", "low-rank", "low rank", "Gaëtan $x$", "基于", "\ud800 a", "$x$ b"])
PAPERS_OF = st.lists(st.builds(lambda text, shown: paper("T", [], text, shown=shown), TEXTS,
    st.just({}) | st.just({"$x$ b": "ξ b"})), max_size=8)  # fmt: skip


@given(PAPERS_OF, PAPERS_OF, st.randoms())
def test_what_is_taken_over_is_as_if_made_anew(
    before: list[Paper], added: list[Paper], chance: random.Random
) -> None:
    kept = [paper for paper in before if chance.random() < 0.7]
    after = [*kept, *added]
    chance.shuffle(after)
    made = build_abstracts(after)
    assert build_abstracts(after, before=build_abstracts(before)) == made
    assert build_abstracts(after, before=made) == made


def test_rows_of_abstracts_are_let_go_while_others_are_made() -> None:
    papers = [paper("T", [], f"An abstract {number}") for number in range(3 * EVERY)]
    pieces = list(abstracts(papers))
    sizes = [len(piece) for name, piece in pieces if name == "abstract.rows"]
    assert max(sizes) <= EVERY * len(" an abstract 1234 ")
    assert joined(pieces) == build_abstracts(papers)


def test_known_texts_are_not_parted_into_words_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = build_abstracts(PAPERS)
    parted: list[str] = []

    def watched(text: str, shown: str | None) -> tuple[str, set[str]]:
        parted.append(text)
        return row_and_words(text, shown)

    monkeypatch.setattr(texts, "row_and_words", watched)
    build_abstracts([paper("New", [], "A new one"), *PAPERS], before=before)
    assert parted == ["A new one"]
