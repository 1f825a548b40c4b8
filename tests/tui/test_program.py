"""Help, palette, leaving, what other programs do."""

from pathlib import Path

import pytest

from tests.tui.reading_session import SMALL, open_library, reading
from tui_reader.library import CannotSave, Library
from tui_reader.papers import Status
from tui_reader.search.language.help_text import EXAMPLES
from tui_reader.tui.actions.keys import shown
from tui_reader.tui.actions.table import ACTIONS
from tui_reader.tui.dialogs.palette import Palette
from tui_reader.tui.screens.help import HelpScreen
from tui_reader.tui.texts.help_text import KEYS_WIDTH, help_lines


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_opens_and_closes(library: Library, key: str) -> None:
    async with reading(library, size=SMALL) as session:
        await session.press("j", key)
        assert isinstance(session.app.screen, HelpScreen)
        assert "Welcome. These 81 papers are samples." in session.shown
        assert "1-23 of 1" in session.shown
        await session.press("G")
        assert "Welcome" not in session.shown
        await session.press("q")
        assert session.at_home


def test_help_names_every_key_of_every_action() -> None:
    words = {words: keys for keys, words in help_lines({}, 81, samples=True)}
    for action in ACTIONS:
        assert words[action.tooltip] == " ".join(map(shown, action.keys))


def test_help_tells_every_example_of_a_query() -> None:
    lines = help_lines({}, 81, samples=True)
    assert all(tuple(example) in lines for example in EXAMPLES)


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_palette_finds_an_action_by_its_words(library: Library, key: str) -> None:
    async with reading(library) as session:
        await session.press(key)
        assert isinstance(session.app.screen, Palette)
        await session.type("finished")
        await session.press("enter")
        assert session.at_home
        assert session.state().status is Status.READ


async def test_palette_goes_to_a_row(library: Library) -> None:
    async with reading(library) as session:
        await session.press("colon", *"42", "enter")
        assert session.app.desk.cursor == 41


@pytest.mark.parametrize("line", ["q", "wq"])
async def test_palette_quits(library: Library, line: str) -> None:
    async with reading(library) as session:
        await session.press("colon", *line, "enter")
        assert not session.app.is_running


async def test_palette_says_that_all_is_saved(library: Library) -> None:
    async with reading(library) as session:
        await session.press("colon", "w", "enter")
        assert session.answer == "saved as you go"


async def test_palette_names_what_it_does_not_know(library: Library) -> None:
    async with reading(library) as session:
        await session.press("colon", *"xyzzy", "enter")
        assert "no action named xyzzy" in session.shown
        await session.press("escape")
        assert session.at_home


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_quitting(library: Library, key: str) -> None:
    async with reading(library) as session:
        await session.press("4", key)
        assert not session.app.is_running
        assert session.app.return_value == 0
    assert library.tracker.saving.state == "saved"


async def test_quitting_asks_when_changes_cannot_be_saved(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def flush(timeout: float | None = None) -> None:
        raise CannotSave(Path("reading.json"), "disk full")

    async with reading(library) as session:
        monkeypatch.setattr(library, "flush", flush)
        await session.press("q")
        assert session.app.is_running
        assert "NOT SAVED: could not save reading.json: disk full" in session.shown
        await session.press("escape", "j")
        assert session.app.desk.cursor == 1
        await session.press("q", "q")
        assert not session.app.is_running


async def test_ctrl_c_is_escape_where_nothing_is_selected(library: Library) -> None:
    async with reading(library) as session:
        await session.press("space", "ctrl+c")
        assert not session.home.selection
        assert session.app.is_running


async def test_what_another_process_did_is_shown_and_the_cursor_stays(
    library: Library, tmp_path: Path
) -> None:
    async with reading(library) as session:
        await session.press("j", "j", "j")
        other = open_library(tmp_path / "library")
        other.mark([library.papers[3].id], Status.DROPPED)
        other.close()
        session.app.poll()
        await session.settle()
        await session.settle()
        assert session.screen.state.status is Status.DROPPED
        assert session.app.desk.cursor == 3


async def test_papers_added_by_another_process_appear(library: Library, tmp_path: Path) -> None:
    async with reading(library) as session:
        await session.press("j", "j", "j")
        paper = session.paper.id
        other = open_library(tmp_path / "library")
        other.add_bytes("new.jsonl", b'{"title": "A new paper", "authors": ["Ann Lee"]}\n')
        other.close()
        session.app.poll()
        await session.settle()
        await session.settle()
        assert len(session.home.listing) == 82
        assert session.paper.id == paper


async def test_a_fault_is_raised_to_the_caller(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUI_READER_CRASH_KEY", "f12")
    with pytest.raises(RuntimeError, match="asked for by its key"):
        async with reading(library) as session:
            await session.press("f12")


@pytest.mark.parametrize("samples", [True, False])
def test_no_line_of_the_help_wraps_at_80_columns(samples: bool) -> None:
    for keys, words in help_lines({}, 81, samples=samples):
        indent = KEYS_WIDTH + 3 if keys and len(keys) <= KEYS_WIDTH else 6
        assert indent + len(words) <= 78, words


@pytest.mark.parametrize("width", [80, 40])
async def test_each_action_has_one_line_of_the_palette(library: Library, width: int) -> None:
    async with reading(library, size=(width, 24)) as session:
        await session.press("colon")
        shown = session.shown
        assert [line.split()[0] for line in shown.splitlines() if "Half a page" in line] == (
            ["move.half-down", "move.half-up"] if width == 80 else ["ctrl+d", "ctrl+u"]
        )
        await session.type("never")
        assert "never quits" not in session.shown
        assert "One step back" in session.shown


async def test_the_palette_puts_names_that_begin_so_first(library: Library) -> None:
    async with reading(library) as session:
        await session.press("colon", *"qu")
        lines = [line.split()[0] for line in session.shown.splitlines() if line.strip()]
        found = [name for name in lines if name in {"quit", "status.queued", "back"}]
        assert found == ["status.queued", "quit", "back"]


async def test_help_wraps_in_its_column(library: Library) -> None:
    async with reading(library, size=(40, 36)) as session:
        await session.press("question_mark")
        lines = session.shown.splitlines()
        at = next(i for i, line in enumerate(lines) if "titles, authors" in line)
        assert lines[at + 1] == "           abstracts"
        at = next(i for i, line in enumerate(lines) if line.startswith("    j "))
        assert lines[at : at + 2] == [
            "    j ↓              Down one line or",
            "                     paper",
        ]
