from collections.abc import Sequence

import pytest

from tests.tui.papers import NOON_14_NOV, TODAY, hostile_papers, paper, search
from tui_reader.papers import Paper, ReadingState, Source, Status
from tui_reader.tui.drawing.cells import drawable, width
from tui_reader.tui.drawing.lines import text_of, width_of
from tui_reader.tui.drawing.marks import ASCII, UNICODE
from tui_reader.tui.paper.found import found_in_text
from tui_reader.tui.paper.highlights import Found, watch_finder
from tui_reader.tui.paper.paper_text import Look, PaperText, Subject, paper_text

ABSTRACT = (
    "This paper introduces the sparse modular addition task and examines how transformers "
    "learn it. We focus on transformers with embeddings in the plane."
)
CLUSTERING = paper(
    title="Clustering Head: A Visual Case Study of the Training Dynamics in Transformers",
    authors=("Ambroise Odonnat", "Wassim Bouaziz", "Vivien Cabannes"),
    abstracts=(ABSTRACT, "Another abstract."),
    sources=(Source(document="000_85362604a548761b.txt", line=58, key="a"),),
)
OTHER = paper(
    9, title="", abstracts=("This paper introduces a visual sandbox designed to explore the data.",)
)
STATE = ReadingState(
    status=Status.READING,
    progress=40,
    started_at=NOON_14_NOV,
    starred=True,
    tags=("circuits", "phd"),
    note="Invariants = Fourier modes? Ask Wassim.",
)
LOOK = Look(width=43, marks=UNICODE, today=TODAY)


def written(
    one: Paper = CLUSTERING,
    state: ReadingState = STATE,
    look: Look = LOOK,
    *,
    found: Found | None = None,
    proposals: Sequence[Paper] = (),
    variant: int = 0,
    links: Sequence[str] = (),
) -> PaperText:
    subject = Subject(
        paper=one,
        state=state,
        found=found or {},
        proposals=proposals,
        variant=variant,
        links=links,
    )
    return paper_text(subject, look)


def lines_of(text: PaperText) -> list[str]:
    return [text_of(line).rstrip() for line in text.lines]


def lines(one: Paper = CLUSTERING, state: ReadingState = STATE, look: Look = LOOK) -> list[str]:
    return lines_of(written(one, state, look))


def test_the_detail_as_in_the_specification() -> None:
    assert lines_of(written(proposals=(OTHER,))) == [
        "Clustering Head: A Visual Case Study of the",
        "Training Dynamics in Transformers",
        "Ambroise Odonnat, Wassim Bouaziz, Vivien",
        "Cabannes",
        "31 Oct 2024 · Machine Learning (LG)",
        "◐ reading  ████░░░░░░ 40% · since 14 Nov",
        "★ starred · #circuits #phd",
        "= “This paper introduces a visual sandbox …",
        "  m same work   M not the same",
        "",
        "This paper introduces the sparse modular",
        "addition task and examines how transformers",
        "learn it. We focus on transformers with",
        "embeddings in the plane.",
        "",
        "Note",
        "Invariants = Fourier modes? Ask Wassim.",
        "",
        "From 000_85362604a548761b.txt, line 58",
    ]


def test_the_compact_form_as_in_the_specification() -> None:
    look = LOOK._replace(width=78, compact=True)
    assert lines_of(written(look=look, proposals=(OTHER,))) == [
        "Clustering Head: A Visual Case Study of the Training Dynamics in Transformers",
        "Ambroise Odonnat, Wassim Bouaziz, Vivien Cabannes · 31 Oct 2024 · Machine Lea…",
        "◐ reading  ████████░░░░░░░░░░░░ 40% · since 14 Nov · ★ · #circuits #phd",
        "= “This paper introduces a visual sandbox desig… · m same  M not",
        "This paper introduces the sparse modular addition task and examines how",
        "transformers learn it. We focus on transformers with embeddings in the plane.",
        "Note",
        "Invariants = Fourier modes? Ask Wassim.",
        "From 000_85362604a548761b.txt, line 58",
    ]


def test_the_paper_screen_as_in_the_specification() -> None:
    look = LOOK._replace(width=76, whole_screen=True)
    state = STATE._replace(starred=False, tags=("theory",), progress=25)
    text = lines(CLUSTERING._replace(et_al=True), state, look)
    assert text[2] == "Ambroise Odonnat, Wassim Bouaziz, Vivien Cabannes et al."
    assert text[4] == "◐ reading  █████░░░░░░░░░░░░░░░ 25% · since 14 Nov · #theory"
    assert text[-3:] == [
        "Note  e edits",
        "Invariants = Fourier modes? Ask Wassim.",
        "From 000_85362604a548761b.txt, line 58",
    ]


def test_ascii_writes_nothing_else_of_its_own() -> None:
    doubtful = CLUSTERING._replace(needs_review=True, affiliations=("harvard",), score=90.0)
    for compact in (True, False):
        look = LOOK._replace(marks=ASCII, compact=compact)
        text = lines_of(written(doubtful, look=look, proposals=(OTHER,)))
        assert all(line.isascii() for line in text)


def test_the_title_stays_on_top_and_only_the_title() -> None:
    text = written()
    assert text.title_lines == 2
    assert all("title" in piece.style for line in text.lines[:2] for piece in line)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"date": "2026-05-28", "date_inferred": True}, "28 May 2026 (inferred year) · "),
        ({"date": "2026-05", "category": "ML"}, "May 2026 · Statistics: Machine Learning (ML)"),
        (
            {"date": "", "score": 96.5, "has_code": True},
            "Machine Learning (LG) · score 96.5 · code",
        ),
        ({"category": "XY", "date": "2020"}, "2020 · XY"),
    ],
)
def test_date_category_and_score_in_words(fields: dict[str, object], expected: str) -> None:
    assert any(expected in line for line in lines(paper(0, **fields), look=LOOK._replace(width=88)))


def test_a_doubtful_record_asks_with_its_key() -> None:
    text = lines(paper(needs_review=True), look=LOOK._replace(width=70))
    assert "? title and authors cut by a narrow margin  c corrects or confirms" in text
    text = lines(paper(needs_review=True))
    assert (
        text[text.index("? title and authors cut by a narrow margin") + 1]
        == "  c corrects or confirms"
    )


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (ReadingState(), "○ unread"),
        (ReadingState(status=Status.QUEUED, queued_at=NOON_14_NOV), "► queued · since 14 Nov"),
        (
            ReadingState(status=Status.READ, progress=100, finished_at=NOON_14_NOV),
            "✓ read · on 14 Nov",
        ),
        (ReadingState(status=Status.SKIMMED, progress=30), "≈ skimmed  ███░░░░░░░ 30%"),
        (ReadingState(status=Status.DROPPED, progress=1), "× dropped  █░░░░░░░░░ 1%"),
        (ReadingState(status=Status.READING, progress=99), "◐ reading  █████████░ 99%"),
        (ReadingState(status=Status.READING), "◐ reading"),
    ],
)
def test_status_in_words(state: ReadingState, expected: str) -> None:
    assert expected in lines(state=state)


def test_a_date_of_another_year_has_its_year() -> None:
    long_ago = STATE._replace(started_at=NOON_14_NOV - 365 * 86_400_000)
    roomy = LOOK._replace(width=88)
    assert any("since 14 Nov 2025" in line for line in lines(state=long_ago, look=roomy))
    assert any(line.endswith("40% · 14 Nov 2025") for line in lines(state=long_ago))


@pytest.mark.parametrize("width", [24, 39, 40])
def test_a_head_too_wide_has_one_blank_line_below(width: int) -> None:
    head = lines(state=STATE._replace(tags=(), starred=False), look=LOOK._replace(width=width))
    status = next(i for i, line in enumerate(head) if line.startswith("◐"))
    assert "" not in head[: status + 1]
    assert head[status + 1 : status + 3].count("") == 1


def test_without_an_abstract_it_says_where_one_was_looked_for() -> None:
    bare = paper(abstracts=(), sources=(Source(document="documents.bib", line=12, key="a"),))
    assert "No abstract in documents.bib, line 12" in lines(bare)


def test_links_with_their_keys() -> None:
    text = lines_of(written(links=("https://arxiv.org/abs/1", "https://github.com/x")))
    assert text[-3:-1] == ["o  https://arxiv.org/abs/1", "o 2  https://github.com/x"]


def test_documents_by_their_own_name_and_many_shortened() -> None:
    sources = (
        Source(document="000_85362604a548761b.txt", line=3, key="a", document_id="1"),
        Source(document="004_2e1b9ef07ba4b530.txt", line=7, key="b", document_id="2"),
    )
    names = {"2": "Vivien Cabannes"}
    look = LOOK._replace(width=88, document_names=names)
    assert lines(paper(sources=sources), look=look)[-1] == (
        "From 000_8536…, line 3 · Vivien Cabannes, line 7"
    )


def test_another_abstract_and_the_source() -> None:
    assert "Another abstract." in lines_of(written(variant=1))
    latex = paper(title="A $\\mathbb{R}$ title", abstracts=("An $x^2$ abstract",))
    text = lines(latex, look=LOOK._replace(source=True))
    assert text[0] == "A $\\mathbb{R}$ title"
    assert "An $x^2$ abstract" in text


def test_hits_are_counted_once_and_in_order() -> None:
    found = search((CLUSTERING,), "transformers").spans(CLUSTERING)
    text = written(found=found)
    assert [text.lines[line][piece].text for line, piece in text.hits] == [
        "Transformers",
        "transformers",
        "transformers",
    ]
    assert all("hit" in text.lines[line][piece].style for line, piece in text.hits)


def test_a_hit_over_the_end_of_a_line_is_one_hit() -> None:
    found = search((CLUSTERING,), '"sparse modular addition"').spans(CLUSTERING)
    text = written(found=found)
    marked = [piece.text for line in text.lines for piece in line if "hit" in piece.style]
    assert marked == ["sparse modular", "addition"]
    assert len(text.hits) == 1


def test_watch_words() -> None:
    text = written(look=LOOK._replace(watch=watch_finder(("Fourier modes", "learn"))))
    watched = [piece.text for line in text.lines for piece in line if "watch" in piece.style]
    assert watched == ["learn", "Fourier modes"]


@pytest.mark.parametrize("width_of_pane", [1, 10, 28, 43, 88])
@pytest.mark.parametrize("compact", [True, False])
def test_hostile_papers_fit_whatever_the_width(width_of_pane: int, compact: bool) -> None:
    look = LOOK._replace(width=width_of_pane, compact=compact)
    for one in hostile_papers():
        state = ReadingState(tags=("[/]", "\x1b[2J"), note=one.title)
        for line in written(one, state, look).lines:
            drawn = drawable(text_of(line))
            assert drawn.isprintable()
            assert width(drawn) == width_of(line)


def test_a_tag_that_is_a_hit() -> None:
    state = ReadingState(tags=("circuits", "phd"), starred=True)
    results = search((CLUSTERING,), "phd", lambda _: state)
    subject = Subject(paper=CLUSTERING, state=state, found=found_in_text(results, CLUSTERING, 0))
    for compact in (False, True):
        text = paper_text(subject, LOOK._replace(compact=compact))
        assert [text.lines[line][piece].text for line, piece in text.hits] == ["phd"]
