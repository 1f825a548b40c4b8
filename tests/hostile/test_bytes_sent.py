"""What reaches the terminal from hostile texts: every screen is gone through by keys."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.hostile.stream import forbidden, links
from tests.hostile.texts import TEXTS
from tests.tui.terminal import Terminal

ESCAPE = "\x1b"
PAGE = "\x1b[6~"
PASTED = "\x1b[200~\x1b]0;owned\x07 \x9b31m [bold]\x9d52;c;eA==\x9c\x1b[201~"


def press(terminal: Terminal, keys: Sequence[str]) -> None:
    """Key after key, each when what the last one drew has come.

    An escape stands alone for so long that no terminal would take it for part of another key.
    """
    for key in keys:
        terminal.send(key)
        terminal.read(0.2)
        terminal.settle(0.2 if key == ESCAPE else 0.03)


# Keys, and what the screen says when they did what they are there for.
TOURS = {
    "list and detail": (["j"] * len(TEXTS), f"{len(TEXTS)}/{len(TEXTS)}"),
    "list alone, other layouts": (
        ["z", *["j", PAGE] * 4, "z", "<", "<", ">", "L", "s", "t", "S"],
        "by title",
    ),
    "paper screen": (["\r", *["j", "J"] * 6, PAGE, "L", "x", "n", "N", "K"], "Paper 6 of"),
    "search line": (["/", *"click", "\r", "n", ESCAPE, "/", *"abstract:", "A", "[", "\r"], "of"),
    "completion": (["/", *"tag:", "\t", "\t", "\t", "\x12"], "tag:"),
    "recent queries": (["/", *"[bold]", "\r", ESCAPE, "/", "\x12"], "[bold]"),
    "pasted into the search line": (["/", PASTED, " "], "owned"),
    "views": (["f", "=", ESCAPE, "f", "4", "f", "2", "s", ESCAPE, "/", *"x", "\r", "F"], "view"),
    "an author's papers": (["a", ESCAPE, "a", "a", ESCAPE, ESCAPE], "Example"),
    "selection": ([" ", "v", "G", "v", "3", "*", "r", "u", "\x12", ".", "A", "5", "u"], "undo"),
    "tags": (["t", "\t", "\t", ESCAPE, "t", *"+[@click=app.quit]x", "\r", "u"], "[@click"),
    "progress": (["%", *"40", "\r", "%", *"[bold]", "\r"], "[bold]"),
    "pasted into a note": (["e", PASTED, ESCAPE, "e", ESCAPE, "u"], "owned"),
    "pasted into tags": (["t", PASTED], "owned"),
    "pasted into a correction": (["c", PASTED], "owned"),
    "pasted into the palette": ([":", PASTED, "\r"], "owned"),
    "notes": ([*(["e", "x", ESCAPE, "j"] * 6), "u"], "undone"),
    "correction": ([*(["c", ESCAPE, "j"] * 6), "c", "x", "\r", "\r", "u"], "undone"),
    "palette": ([":", *"mark", ESCAPE, ":", *"[bold]", "\r", ESCAPE, ":", *"7", "\r"], "7/"),
    "help": (["?", PAGE, PAGE], "of"),
    "links": (["o", ESCAPE, "j", "o", ESCAPE, "j", "o"], "a.example"),
    "copying": ([*(["y", "y", ESCAPE, "y", "t", ESCAPE, "j"] * 6)], "cop"),
    "a click on every row": (
        [
            f"\x1b[<0;{column};{row}{end}"
            for row in range(2, 40)
            for column in (10, 90)
            for end in "Mm"
        ],
        "quit",
    ),
}


QUICK = {"list and detail", "paper screen", "tags", "pasted into a note"}
COPIES = {"links", "copying"}


@pytest.mark.parametrize(
    "tour",
    [t if t in QUICK else pytest.param(t, marks=pytest.mark.torture) for t in TOURS],
)
def test_nothing_but_the_toolkits_own_reaches_the_terminal(terminal: Terminal, tour: str) -> None:
    keys, said = TOURS[tour]
    seen = len(terminal.output)
    press(terminal, keys)
    terminal.wait_for(said, after=seen)
    assert terminal.process.poll() is None, terminal.output[-3000:]
    terminal.send("\x11")
    assert terminal.end() == 0
    assert not forbidden(terminal.output, clipboard=tour in COPIES)
    assert not links(terminal.output)
    assert b"Traceback" not in terminal.output


COMMANDS = (
    ["list"],
    ["list", "--json"],
    ["list", "[@click=app.quit]\x1b]0;owned\x07"],
    ["list", "tag:\x9b31m"],
    ["history"],
    ["history", "--json"],
    ["stats"],
    ["documents"],
    ["documents", "--json"],
    ["duplicates"],
    ["duplicates", "--json"],
    ["backups"],
    ["doctor"],
    ["show", "\x1b[2J"],
    ["--\x1b]0;owned\x07", "list"],
    ["stats", "--\x1b]0;owned\x07"],
    ["import", "--format", "\x1b]0;owned\x07", "x"],
    ["list", "--sort", "\x1b]0;owned\x07"],
    ["\x1b]0;owned\x07"],
    ["help", "\x1b]0;owned\x07"],
    ["mark", "\x1b[31m", "x"],
    ["restore", "\x1b[31m"],
    ["merge-state", "\x1b[31m"],
    ["--config", "/nowhere/\x1b[31m", "config"],
    ["parse", "\x1b[31m"],
    ["import", "\x1b[31m"],
)


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda a: " ".join(a).encode().hex()[:24])
def test_commands_send_no_controls(hostile_library: Path, arguments: Sequence[str]) -> None:
    assert not forbidden(ran(hostile_library, *arguments))


def test_every_paper_is_shown_without_controls(hostile_library: Path) -> None:
    listed = ran(hostile_library, "list").decode()
    ids = [line.split()[0] for line in listed.splitlines() if line]
    shown = ran(hostile_library, "show", *ids)
    assert len(shown) > 10_000
    assert not forbidden(shown)
    assert b"[@click=app.quit]press me[/]" in shown
    assert not forbidden(ran(hostile_library, "show", "--json", *ids))


def ran(library: Path, *arguments: str) -> bytes:
    done = subprocess.run(
        [sys.executable, "-m", "tui_reader", "--library", str(library), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | {"XDG_STATE_HOME": str(library)},
        check=False,
        timeout=60,
    )
    assert b"Traceback" not in done.stdout
    assert b"a fault of tui-reader" not in done.stdout, done.stdout[-1000:]
    return done.stdout
