import html

from tests.importers.pages import LONG, document, glued_card
from tui_reader.importers.reading import read
from tui_reader.papers import Profile

PROFILE = (
    "Ada Lovelace\n\nLG\nh-index22\n2papers\n1,603citations\nNovelty54%\nAI Score60\n\n2 Papers\n\n"
)
APART = f"96.5AIMay 28Code\nOn a Thing\n\nAda Lovelace, Bo Peep et al. · mit, eth\n\n{LONG}\n\n"


def test_every_field_of_a_card() -> None:
    (record,) = read(document(APART)).records
    assert record.title == "On a Thing"
    assert record.authors == ("Ada Lovelace", "Bo Peep")
    assert record.et_al
    assert record.affiliations == ("mit", "eth")
    assert record.abstract == LONG
    assert (record.category, record.date, record.date_inferred) == ("AI", "2026-05-28", True)
    assert (record.score, record.has_code) == (96.5, True)
    assert (record.confidence, record.needs_review) == (1.0, False)


def test_one_page_may_hold_all_layouts_and_several_profiles() -> None:
    second = PROFILE.replace("Ada Lovelace", "Bo Peep").replace("22", "3")
    page = PROFILE + APART + glued_card("On a StoneCy Dee, Eve Fay") + second + APART
    page += f"Abstract:{LONG}\n\nAbstract: {LONG} More.\n"
    reading = read(document(page))
    assert [p.name for p in reading.profiles] == ["Ada Lovelace", "Bo Peep"]
    assert reading.profiles[0] == Profile(
        name="Ada Lovelace",
        category="LG",
        h_index=22,
        papers=2,
        citations=1603,
        novelty=54,
        ai_score=60,
    )
    titles = [r.title for r in reading.records]
    assert titles == ["On a Thing", "On a Stone", "On a Thing", "", ""]
    assert reading.records[3].abstract == LONG
    assert (reading.format, reading.problems) == ("author-page", ())


def test_layout_is_named_by_what_was_told_most() -> None:
    assert read(document(APART)).format == "cards"
    assert read(document(f"Abstract:{LONG}\n" * 3 + APART)).format == "abstracts"


def test_scraped_text_gives_the_same_records() -> None:
    page = APART + glued_card("On Q&A: a <small> StudyCy Dee, Eve Fay") + f"Abstract:{LONG}\n"
    plain = read(document(page)).records
    noisy = html.escape(page).replace("\n", "   \r\n").replace("On a", "On&nbsp;a")
    assert read(document(b"\xef\xbb\xbf" + noisy.encode())).records == plain
    assert read(document(page.replace("\n", "\r"))).records == plain


def test_no_line_disappears() -> None:
    page = f"Skip to content\n{APART}Via arXiv\nTrending\nTrending\n{APART}Trending\nAbstract:\n"
    told = [str(problem) for problem in read(document(page)).problems]
    assert told == [
        "page.txt: 4 lines of page furniture left out: 'Trending' 3x, 'Via arXiv' 1x",
        "page.txt, line 1: left out, belongs to no paper: 'Skip to content'",
        "page.txt, line 20: no abstract after this label",
    ]


def test_days_that_are_none_are_told() -> None:
    reading = read(document(APART.replace("May 28", "Feb 30, 2023")))
    assert reading.records[0].date == ""
    assert str(reading.problems[0]) == "page.txt, line 1: no such day: Feb 30, 2023"


def test_titles_that_give_no_names_are_marked() -> None:
    (record,) = (reading := read(document(glued_card("a title and nothing else")))).records
    assert (record.title, record.authors) == ("a title and nothing else", ())
    assert (record.needs_review, record.confidence) == (True, 0.0)
    assert "no names found" in reading.problems[0].reason


def test_very_long_lines_are_read() -> None:
    (record,) = read(
        document(glued_card("T " + "x " * 200_000 + "endAda Lovelace, Bo Peep"))
    ).records
    assert record.authors == ("Ada Lovelace", "Bo Peep")
    (record,) = read(document(glued_card("x" * 500_000 + "Ada Lovelace, Bo Peep"))).records
    assert record.authors == ("Ada Lovelace", "Bo Peep")
