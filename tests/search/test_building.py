import hashlib
import sys

import pytest

from tests.search.papers import paper
from tui_reader.search.building import VERSION, build_abstracts, build_titles

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
# are made otherwise, raise the number in VERSION with it.
MADE = ("2", "3ed9fe2a662f9768")


@pytest.mark.skipif(sys.byteorder != "little", reason="the bytes of another machine")
def test_other_parts_have_another_version() -> None:
    digest = hashlib.sha256()
    for name, part in sorted({**build_titles(PAPERS), **build_abstracts(PAPERS)}.items()):
        digest.update(name.encode() + bytes(part))
    assert (VERSION.partition(",")[0], digest.hexdigest()[:16]) == MADE
