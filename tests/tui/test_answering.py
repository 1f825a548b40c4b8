"""What the status line, the footer and the empty list say to keys, over a whole session."""

import pytest

from tests.tui.reading_session import SMALL, WIDE, reading
from tui_reader.library import Library
from tui_reader.tui.config import Config
from tui_reader.tui.dialogs.question import Question

OWN = b"""{"title": "Own work on galerkin waves", "authors": ["Ann Lee"], "et_al": true}\n"""


@pytest.mark.parametrize("key", ["space", "A", "v"])
async def test_a_selection_clears_the_answer(library: Library, key: str) -> None:
    async with reading(library) as session:
        await session.press("4")
        assert session.answer
        await session.press(key)
        assert session.answer == ""


async def test_another_filter_clears_the_answer(library: Library) -> None:
    async with reading(library) as session:
        await session.press("f", "0", "q")
    async with reading(library) as session:
        assert session.answer.startswith("filter from last time")
        await session.press("f", "a")
        assert session.answer == ""


async def test_a_hit_that_is_found_clears_the_answer(library: Library) -> None:
    async with reading(library) as session:
        await session.press("n")
        assert session.answer.startswith("no search")
        await session.press("/", *"circuit", "enter", "N", "n")
        assert session.answer == ""


async def test_typing_replaces_the_progress(library: Library) -> None:
    async with reading(library) as session:
        await session.press("%", *"70", "enter", "%", *"40", "enter")
        assert session.state().progress == 40
        await session.press("%", "end", "backspace", "5", "enter")
        assert session.state().progress == 45


async def test_typing_replaces_a_kept_query_and_an_arrow_edits_it(library: Library) -> None:
    async with reading(library) as session:
        await session.press("/", *"circuit", "enter", "/", *"head")
        assert session.home.line.value == "head"
        await session.press("enter", "/", "end", "s", "enter")
        assert session.home.line.value == "heads"
        await session.press("/", "escape")
        assert session.home.line.value == "heads"


async def test_escape_from_a_query_without_papers_brings_the_old_one_back(library: Library) -> None:
    async with reading(library) as session:
        await session.press("/", *"circuit", "enter", "/", *"zzqqx", "escape")
        assert session.home.line.value == "circuit"
        assert len(session.home.listing) == 5
        await session.press("escape", "/", *"zzqqx", "escape")
        assert session.home.line.value == "zzqqx"


async def test_an_empty_list_names_the_escapes_of_where_the_focus_is(library: Library) -> None:
    async with reading(library, size=SMALL) as session:
        await session.press("/", *"zzqqx", "space", *"qqzzx")
        assert (
            "ctrl+w takes the last word away; escape twice shows all 81 where you were"
            in session.shown
        )
        await session.press("enter")
        assert "escape shows all 81 where you were" in session.shown
        assert "twice" not in session.shown
        assert "ctrl+w" not in session.shown


@pytest.mark.parametrize(
    ("view", "sentence"),
    [
        ("1", "Nothing is queued. 1 queues the paper under the cursor"),
        ("s", "Nothing is starred. * stars the paper under the cursor"),
    ],
)
async def test_an_empty_view_says_how_to_fill_it(
    library: Library, view: str, sentence: str
) -> None:
    async with reading(library, size=SMALL) as session:
        await session.press("f", view)
        assert f"{sentence}; escape shows all 81" in session.shown


async def test_all_read_names_what_is_queued(library: Library) -> None:
    async with reading(library) as session:
        await session.press("A", "4", "1", "f", "0")
        assert "Nothing unread in this list. 1 queued (f 1)" in session.shown


async def test_what_was_done_comes_before_what_left_the_filter(library: Library) -> None:
    async with reading(library, size=SMALL) as session:
        await session.press("f", "0", "4")
        assert session.answer == "read · u undoes · 1 no longer matches · ctrl+l tidies"
        assert session.answer in session.shown


async def test_z_in_a_low_terminal_changes_nothing(library: Library) -> None:
    async with reading(library, size=(80, 15)) as session:
        await session.press("z")
        assert session.answer == "below 16 rows one pane shows; tab changes over"
        assert not session.home.wide


@pytest.mark.parametrize(
    ("keys", "footer"),
    [
        (("e",), "escape saves  ctrl+g editor"),
        (("c",), "enter goes on, then saves"),
        (("t",), "enter done  tab completes  escape leaves"),
        (("colon",), "enter runs it"),
    ],
)
async def test_the_footer_is_that_of_the_dialog(
    library: Library, keys: tuple[str, ...], footer: str
) -> None:
    async with reading(library) as session:
        await session.press(*keys)
        assert footer in session.shown.splitlines()[-1]
        assert "search" not in session.shown.splitlines()[-1]


async def test_the_least_terminal_shows_the_keys_of_a_note(library: Library) -> None:
    async with reading(library, size=(30, 8)) as session:
        await session.press("e", "x")
        assert "escape saves  ctrl+g editor" in session.shown.splitlines()[-1]


async def test_a_click_on_the_footer_is_the_key(library: Library) -> None:
    async with reading(library) as session:
        at = session.shown.splitlines()[-1].index("/ search")
        await session.pilot.click(offset=(at, WIDE[1] - 1))
        await session.settle()
        assert session.app.focused is session.home.line


async def test_the_first_frame_counts_what_is_read(library: Library) -> None:
    library.toggle_read([library.papers[3].id])
    async with reading(library) as session:
        assert session.home.read == "1 of 81 read"


async def test_the_count_is_there_under_a_kept_filter_too(library: Library) -> None:
    async with reading(library) as session:
        await session.press("/", *"circuit", "enter", "q")
    async with reading(library) as session:
        assert session.home.read == "0 of 81 read"


async def test_ascii_answers_are_ascii(library: Library) -> None:
    async with reading(library, Config(ascii=True)) as session:
        await session.press("j", "4")
        assert "read: DynaMiCS: Fine-tuning~ - u undoes" in session.shown
        for keys in (("/", "z", "q"), ("enter",), ("escape", "s"), ("escape", "e"), ("escape",)):
            await session.press(*keys)
            lines = session.shown.splitlines()
            assert "".join(lines[-2:]).isascii()
        await session.press("question_mark")
        assert session.shown.isascii()


async def test_own_papers_beside_samples_are_told_once(library: Library) -> None:
    async with reading(library) as session:
        assert "These 81 papers are samples" in session.shown
    library.add_bytes("own.jsonl", OWN)
    async with reading(library) as session:
        assert session.answer.startswith("1 paper in. The 81 samples are still here: tui-reader")
        assert "papers are samples" not in session.shown
    async with reading(library) as session:
        assert session.answer == ""


async def test_no_link_is_said_once(library: Library) -> None:
    library.add_bytes("own.jsonl", OWN)
    async with reading(library) as session:
        await session.press("/", *"own", "enter", "o")
        assert isinstance(session.app.screen, Question)
        assert session.home.answer == ""


@pytest.mark.parametrize("title", ["", "Own work, corrected"])
async def test_others_survive_a_confirmation_and_a_correction(library: Library, title: str) -> None:
    library.add_bytes("own.jsonl", OWN)
    async with reading(library) as session:
        await session.press("/", *"own", "enter")
        assert session.paper.et_al
        await session.press("c", *(("ctrl+u", *title) if title else ()))
        assert "enter goes on, and saves in the authors" in session.shown
        await session.press("enter", "enter")
        assert session.answer.startswith("corrected" if title else "confirmed")
        assert session.paper.et_al
        assert session.paper.title == (title or "Own work on galerkin waves")


async def test_all_faults_of_the_config_are_told(library: Library) -> None:
    config = Config(problems=("None: theme: 'x' is not dark", "None: watch: 1 is not a list"))
    async with reading(library, config, size=SMALL) as session:
        await session.press("f", "0", "q")
    async with reading(library, config, size=SMALL) as session:
        assert "config.toml: theme, 1 more: tui-reader config · filter from" in session.shown
        assert "filter from last time" in session.shown
        assert "watch:" in session.shown


async def test_the_paper_screen_says_how_to_write_a_note(library: Library) -> None:
    async with reading(library, size=SMALL) as session:
        await session.press("j", "g")
        assert "e edits" not in session.shown
        await session.press("enter", "G")
        assert "Note  e edits" in session.shown
