"""What the first frame costs, counted: modules imported, widgets, frames, rows."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.reading_session import open_library, reading

NOT_AT_THE_START = (
    "ssl",
    "rapidfuzz",
    "pylatexenc",
    "pyperclip",
    "tinydb",
    "tomllib",
    "textual.widgets._text_area",
    "tui_reader.cli.crash_log",
    "tui_reader.importers.reading",
    "tui_reader.library.building",
    "tui_reader.library.documents.imports",
    "tui_reader.papers.merging",
    "tui_reader.search.folding",
    "tui_reader.search.index",
    "tui_reader.search.language.query",
    "tui_reader.statistics",
    "tui_reader.tui.dialogs.dialog",
    "tui_reader.tui.screens.help",
    "tui_reader.tui.screens.paper",
    "tui_reader.tui.texts.nothing_found",
)
FIRST_FRAME = """
import sys
from pathlib import Path
from tui_reader.cli import reader
from tui_reader.tui.app import ReaderApp, Desk
from tui_reader.library import Library
from tui_reader.tui.config import load_config
from tui_reader.tui.screens.library.screen import LibraryScreen

def painted(screen):
    print(*sys.modules, sep="\\n")
    raise SystemExit

LibraryScreen.start = painted
library = Library.open(Path(sys.argv[1]))
ReaderApp(Desk(library, load_config(Path(sys.argv[1]) / "none.toml"))).run(headless=True)
"""


def _modules(code: str, *arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )
    assert done.stdout, done.stderr
    return set(done.stdout.split())


def test_the_first_frame_imports_only_what_it_shows(tmp_path: Path) -> None:
    open_library(tmp_path / "library").close()
    modules = _modules(FIRST_FRAME, str(tmp_path / "library"))
    assert "tui_reader.tui.widgets.paper_list" in modules
    assert modules.isdisjoint(NOT_AT_THE_START), modules & set(NOT_AT_THE_START)


def test_asyncio_still_takes_ssl_where_it_finds_it() -> None:
    """Else `tui_reader.tui` need no longer keep it away."""
    assert "ssl" in _modules("import asyncio, sys; print(*sys.modules)")


def test_ssl_is_there_for_whoever_wants_it() -> None:
    assert "ssl" in _modules("import tui_reader.tui, ssl, sys; print(*sys.modules)")


@pytest.mark.parametrize("command", ["list", "keys", "mark"])
def test_commands_import_no_textual(command: str, tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from tui_reader.cli import main\n"
        "main(sys.argv[1:])\n"
        "print(*sys.modules, sep='\\n')"
    )
    words = {"list": [], "keys": [], "mark": ["read", "--query", "attention"]}[command]
    modules = _modules(code, "--library", str(tmp_path / "library"), command, *words)
    assert "tui_reader.cli.program" in modules
    assert not {name for name in modules if name.partition(".")[0] in ("textual", "rich")}


async def test_a_start_draws_each_row_once(tmp_path: Path) -> None:
    async with reading(open_library(tmp_path)) as session:
        rows = session.home.paper_list.page_height
        # Once without the focus at most, and the cursor's row again with it.
        assert session.home.paper_list.rows_drawn <= rows + 2


async def test_a_cursor_key_draws_two_rows(tmp_path: Path) -> None:
    async with reading(open_library(tmp_path)) as session:
        before = session.home.paper_list.rows_drawn
        await session.press("down")
        assert session.home.paper_list.rows_drawn - before == 2
