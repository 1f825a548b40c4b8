"""Spans: every hit shows why it is one, and what is marked is what was sought."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.papers import Library, paper
from tui_reader.latex import display
from tui_reader.papers import ReadingState
from tui_reader.search.folding import fold

# Accents of both kinds, ligatures, letters that fold to several, compounds, LaTeX, no blanks.
PIECES = st.sampled_from((
    "Low-Rank", "low rank", "lowrank", "low", "rank", "Ranking", "D'Alembert", "don’t",
    "Gaëtan", "Gae\u0308tan", "ﬁnite", "Straße", "İstanbul", "ŉa", "№5", "²", "ΣΑΣ",
    "深度学习", "обучение", "x\u200by", "A\u00adB", "$\\alpha$-model", "\\emph{rank}",
    'Schr\\"odinger', "e\\_mail",
))  # fmt: skip
TEXTS = st.lists(PIECES, max_size=5).map(" ".join)
QUERIES = st.one_of(
    st.lists(PIECES, min_size=1, max_size=2).map(" ".join),
    st.sampled_from(("low", "ran", "gaetan", "fin", "strass", "istan", "深度", "обуч", "rankk"))
    | st.sampled_from(
        ("lwo rank", "ranklow", "dalembert", "schrodinger", "alpha", "srtaße", "lra")
    ),
)


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text))


def is_part(found: str, sought: list[str]) -> bool:
    """Whether it begins so, or is a part of words typed together or apart."""
    wholes = [*sought, *(first + second for first, second in pairwise(sought))]
    return any(found.startswith(whole) or whole.startswith(found) or whole.endswith(found)
               for whole in wholes)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), min_size=1, max_size=3), QUERIES)
def test_every_hit_says_why_and_what_is_marked_was_sought(
    rows: list[tuple[str, str, str, str]], text: str
) -> None:
    papers = [
        paper(title, [author], abstract, id=str(place))
        for place, (title, author, abstract, _) in enumerate(rows)
    ]
    states = {str(place): ReadingState(note=row[3]) for place, row in enumerate(rows)}
    results = Library(papers, states).index().search(text)
    if not results.query.terms:
        return
    sought = [letters(word) for word in re.split(r"[\s\-‐‑_]+", display(text)) if letters(word)]
    sought += ["α"] if "alpha".startswith(text) or "alpha" in text else []
    sought += [letters(text), letters(display(text))]
    for place, hit in enumerate(results.hits):
        assert hit.spans, (text, hit.paper)
        for field, spans in hit.spans.items():
            shown = display(results.text(hit.paper, field))
            for start, end in spans.exact:
                found = letters(shown[start:end])
                assert found, (text, field, shown, start, end)
                assert is_part(found, sought), (text, found, sought)
        if place >= results.exact:
            assert any(spans.similar or spans.exact for spans in hit.spans.values())


def test_a_word_is_either_meant_or_like_it() -> None:
    papers = [paper("Ranking", abstract="rank and ranking"), paper("rank")]
    results = Library(papers).index().search("ranki")
    spans = results.hits[0].spans
    assert spans["title"] == (((0, 5),), ())
    assert spans["abstract"] == (((9, 14),), ((0, 4),))
