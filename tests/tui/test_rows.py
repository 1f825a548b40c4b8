import pyte
import pytest

from tests.tui.papers import hostile_papers, paper, search
from tui_reader.papers import Paper, ReadingState, Status
from tui_reader.search.sort import Sort
from tui_reader.tui.drawing.cells import drawable
from tui_reader.tui.drawing.lines import Piece, text_of, width_of
from tui_reader.tui.drawing.marks import ASCII, UNICODE, Marks
from tui_reader.tui.paper.columns import columns
from tui_reader.tui.paper.highlights import watch_finder
from tui_reader.tui.paper.rows import Row, RowWriter

CLUSTERING = paper(
    title="Clustering Head: A Visual Case Study of the Training Dynamics in Transformers",
    proposed=("other",),
    needs_review=True,
)
READING = ReadingState(status=Status.READING, progress=40, starred=True)


def written(row: Row, width: int = 74, marks: Marks = UNICODE, sort: Sort = Sort.DATE) -> str:
    return text_of(RowWriter(columns(width, sort), marks).line(row))


def styled(row: Row, style: str, width: int = 74, watch: tuple[str, ...] = ()) -> list[str]:
    writer = RowWriter(columns(width, Sort.DATE), UNICODE, watch_finder(watch))
    return [piece.text for piece in writer.line(row) if style in piece.style.split()]


def test_a_row_as_in_the_specification() -> None:
    row = Row(paper=CLUSTERING, state=READING, at_cursor=True)
    assert (
        written(row) == "▌ ◐ 40%     ★= Clustering Head: A Visual Case Study of th… Odonnat+   2024"
    )


def test_the_same_in_ascii() -> None:
    row = Row(paper=CLUSTERING, state=READING, at_cursor=True, selected=True)
    assert (
        written(row, marks=ASCII)
        == ">x% 40%     *= Clustering Head: A Visual Case Study of th~ Odonnat+   2024"
    )


def test_a_narrow_row_has_mark_flag_and_title() -> None:
    row = Row(paper=CLUSTERING, state=READING)
    assert written(row, 30, sort=Sort.RELEVANCE) == "  ◐ = Clustering Head: A Visu…"


def test_a_wide_row_has_everything() -> None:
    wide = paper(
        title="Short", et_al=True, date_inferred=True, score=96.5, authors=("Ambroise Odonnat",)
    )
    state = ReadingState(status=Status.DROPPED, progress=60)
    line = written(Row(paper=wide, state=state), 110)
    assert line.startswith("  × dropped ███░░    Short ")
    assert line.endswith(" Ambroise Odonnat et al.  LG  96.5 2024?")


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (ReadingState(), "○ unread"),
        (ReadingState(status=Status.QUEUED), "► queued"),
        (ReadingState(status=Status.READING), "◐ reading"),
        (ReadingState(status=Status.READING, progress=5), "◐ 5%"),
        (ReadingState(status=Status.SKIMMED), "≈ skimmed"),
        (ReadingState(status=Status.READ, progress=100), "✓ read"),
        (ReadingState(status=Status.DROPPED, progress=30), "× dropped"),
    ],
)
def test_status_by_mark_and_word(state: ReadingState, expected: str) -> None:
    assert written(Row(paper=paper(), state=state))[2:12] == f"{expected:10}"


def test_only_papers_done_with_are_muted() -> None:
    for status in Status:
        muted = styled(Row(paper=paper(), state=ReadingState(status=status)), "muted")
        assert bool("".join(muted).strip()) == (status in {"skimmed", "read", "dropped"})


def test_stale_and_selected_are_shown_at_the_cursor_too() -> None:
    row = Row(paper=paper(), state=ReadingState())
    stale = row._replace(stale=True)
    assert written(stale)[:2] == "┆ "
    assert written(stale._replace(at_cursor=True))[:2] == "▌┆"
    assert written(stale._replace(selected=True))[:2] == "┆■"
    assert written(row)[:2] == "  "


def test_what_is_selected_stands_out_in_muted_rows_too() -> None:
    read = Row(paper=paper(), state=ReadingState(status=Status.READ), selected=True)
    assert "■" in styled(read, "strong")
    assert "■" not in "".join(styled(read, "muted"))


def test_an_untitled_paper_shows_the_first_words_of_its_abstract() -> None:
    untitled = paper(title="", authors=(), date="", proposed=("other",))
    line = written(Row(paper=untitled, state=ReadingState()))
    assert line == "  ○ unread   = “This paper introduces the sparse modular … —" + " " * 14


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Vladimir Vysogorets", "Vysogoret…"),
        ("Laurens van der Maaten", "van der M…"),
        ("Cabannes, Vivien", "Cabannes+ "),
    ],
)
def test_first_authors_family_name(name: str, shown: str) -> None:
    line = written(Row(paper=paper(authors=(name, "Feng")), state=ReadingState()))
    assert line[-15:-5] == shown


def found(one: Paper, query: str) -> Row:
    return Row(paper=one, state=ReadingState(), found=search((one,), query).spans(one))


def test_hits_are_marked_in_title_and_author() -> None:
    assert styled(found(CLUSTERING, "visual"), "hit") == ["Visual"]
    assert styled(found(CLUSTERING, "odonnat"), "hit") == ["Odonnat"]


def test_a_hit_in_the_part_cut_off_marks_the_ellipsis() -> None:
    assert styled(found(CLUSTERING, "transformers"), "hit") == ["…"]
    assert styled(found(CLUSTERING, "cabannes"), "hit") == ["+"]


def test_a_watch_word_is_marked_unless_it_is_a_hit() -> None:
    row = found(CLUSTERING, "visual")
    assert styled(row, "watch", watch=("visual", "case study")) == ["Case Study"]


def test_a_hit_in_a_muted_row_keeps_both_styles() -> None:
    row = Row(
        paper=CLUSTERING,
        state=ReadingState(status=Status.READ),
        found=search((CLUSTERING,), "visual").spans(CLUSTERING),
    )
    line = RowWriter(columns(74, Sort.DATE), UNICODE).line(row)
    assert Piece("Visual", "muted hit") in line


@pytest.mark.parametrize("width", [20, 30, 41, 66, 74, 90, 110, 250])
@pytest.mark.parametrize("one", hostile_papers(), ids=lambda one: one.id)
def test_hostile_titles_keep_the_border_in_its_column(one: Paper, width: int) -> None:
    for sort in Sort:
        line = RowWriter(columns(width, sort), UNICODE).line(Row(paper=one, state=READING))
        assert width_of(line) == width
        assert all(character.isprintable() for character in drawable(text_of(line)))


# pyte stops at the first vowel sign of Devanagari.
@pytest.mark.parametrize("one", hostile_papers()[:-1], ids=lambda one: one.id)
def test_a_terminal_has_the_border_in_its_column(one: Paper) -> None:
    for width in (30, 66, 74, 110, 250):
        line = RowWriter(columns(width, Sort.DATE), UNICODE).line(Row(paper=one, state=READING))
        screen = pyte.Screen(width + 8, 1)
        pyte.Stream(screen).feed(drawable(text_of(line)) + "│")
        assert [x for x in range(width + 8) if screen.buffer[0][x].data == "│"] == [width]


def test_a_watched_author_behind_the_plus() -> None:
    row = Row(paper=CLUSTERING, state=READING)
    assert styled(row, "watch", watch=("Cabannes",)) == ["+"]
