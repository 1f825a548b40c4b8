"""Text that would write to the terminal, or be read as markup, in the program itself."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.terminal import Terminal
from tui_reader.library import Library

TITLES = (
    "[/] closes [MASK] and [@click=app.quit]all[/]",
    "\x1b]52;c;cHduZWQ=\x07 writes the clipboard",
    "\x9d52;c;cHduZWQ=\x9c with C1",
    "\x1b[2J\x1b[31mclears and colours\x1bP+q544e\x1b\\",
    "\u202eright to left\u202c \u2066isolate\u2069",
    "wide 漢字 👩\u200d🔬 e\u0301\u0301\u0301 \ufdd0",
    "lone \ud800 surrogate and \x00 NUL",
)
OSC_ALLOWED = {b"8", b"10", b"11", b"22"}


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    library = Library.open(tmp_path / "library", samples=False)
    lines = [
        json.dumps({"title": title, "authors": [title, "Bo Ray"], "abstract": f"{title}. " * 9})
        for title in TITLES
    ]
    library.add_bytes("hostile.jsonl", "\n".join(lines).encode())
    for paper in library.papers:
        library.set_note(paper.id, paper.title)
        library.tag([paper.id], add=["\x1b]52;c;eA==\x07", "[red]"])
    library.close()
    terminal = Terminal("--library", str(tmp_path / "library"), size=(120, 36))
    terminal.wait_for("quit")
    yield terminal
    terminal.close()


def commands(output: bytes) -> list[bytes]:
    """The operating system commands (OSC) in what was sent."""
    return re.findall(rb"\x1b\](\d+)", output)


def test_no_text_reaches_the_terminal_as_a_command(terminal: Terminal) -> None:
    for keys in (
        "jjjjjjjgG",
        "\r",
        "JJKK",
        "q",
        "f",
        "\x1b",
        "a",
        "\x1b",
        "e",
        "\x1b",
        "t+",
        "\x1b",
        "c",
        "\x1b",
        ":q",
        "\x1b",
        "/writes",
        "\r",
        "4u",
        "y",
        "\x1b",
    ):
        terminal.send(keys)
        terminal.read(0.3)
    terminal.send("\x11")
    assert terminal.end() == 0
    sent = terminal.output
    assert set(commands(sent)) <= OSC_ALLOWED
    assert not re.search(rb"\x1b[P_^X]", sent)
    assert not re.search(rb"[\x00-\x06\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]", sent)
    assert not re.search("[\x80-\x9f\u202e\u2066]", sent.decode("utf-8", "replace"))
    assert b"Traceback" not in sent


def test_text_that_looks_like_markup_is_shown_as_it_is(terminal: Terminal) -> None:
    terminal.send("/mask\r")
    terminal.wait_for("[@click=app.quit]")
    terminal.send("\x11")
    assert terminal.end() == 0
    assert b"[MASK]" in terminal.output


def test_a_paste_runs_no_command(terminal: Terminal) -> None:
    terminal.send("\x1b[200~4444qqqq\x1b]52;c;eA==\x07\n" + "q4" * 100_000 + "\x1b[201~")
    terminal.wait_for("to import what you copied")
    assert terminal.process.poll() is None
    terminal.send("\x11")
    assert terminal.end() == 0
