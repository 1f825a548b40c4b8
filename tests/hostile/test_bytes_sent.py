"""What reaches the terminal from hostile texts: every screen is gone through by keys."""

import os
import subprocess
import sys
import time
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
    """Key after key, each when what the last one drew has come."""
    for key in keys:
        terminal.send(key)
        terminal.read(0.2)
        end = time.monotonic() + 2
        while time.monotonic() < end:
            seen = len(terminal.output)
            terminal.read(0.03)
            if len(terminal.output) == seen:
                break


TOURS = {
    "list and detail": ["j"] * len(TEXTS),
    "list alone, other layouts": ["z", *["j", PAGE] * 4, "z", "<", "<", ">", "s", "t", "S", "L"],
    "paper screen": ["\r", *["j", "J"] * 6, PAGE, "L", "x", "n", "N", "K", "q"],
    "search line": [
        "/",
        *"click",
        "\r",
        "n",
        ESCAPE,
        "/",
        *"tag:",
        "\t",
        "\t",
        "\x15",
        *"A[",
        "\r",
    ],
    "pasted into the search line": ["/", PASTED, " ", ESCAPE],
    "strips": ["f", "=", ESCAPE, "a", ESCAPE, "s", ESCAPE, "y", ESCAPE, "f", "4", ESCAPE],
    "selection": ["space", "v", "G", ESCAPE, " ", " ", "*", "3", "r", "u", "\x12", "."],
    "tags": ["t", "\t", "\t", ESCAPE, "t", *"+[@click=app.quit]x", "\r", "u"],
    "progress": ["p", *"40", "\r", "p", *"[bold]", "\r", ESCAPE],
    "pasted into a note": ["e", PASTED, ESCAPE, "e", ESCAPE, "u"],
    "pasted into a field": ["t", PASTED, ESCAPE, "E", PASTED, ESCAPE, "p", PASTED, "\r", ESCAPE],
    "pasted into the palette": [":", PASTED, "\r", ESCAPE],
    "notes": [*(["e", "x", ESCAPE, "j"] * 6), "u"],
    "correction": [*(["E", ESCAPE, "j"] * 6), "E", "x", "\r", "\r", "u"],
    "palette": [":", *"mark", ESCAPE, ":", *"[bold]", "\r", ESCAPE, ":", *"7", "\r"],
    "help": ["?", PAGE, PAGE, "q"],
    "links": ["o", ESCAPE, "j", "o", ESCAPE, "j", "o", ESCAPE],
}


QUICK = {"list and detail", "paper screen", "tags", "pasted into a note"}


@pytest.mark.parametrize(
    "tour",
    [t if t in QUICK else pytest.param(t, marks=pytest.mark.torture) for t in TOURS],
)
def test_nothing_but_the_toolkits_own_reaches_the_terminal(terminal: Terminal, tour: str) -> None:
    press(terminal, TOURS[tour])
    assert terminal.process.poll() is None, terminal.output[-3000:]
    terminal.send("\x11")
    assert terminal.end() == 0
    opened = tour == "links"
    assert not forbidden(terminal.output, clipboard=opened)
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
