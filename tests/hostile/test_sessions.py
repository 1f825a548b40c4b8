"""Sizes, terminals, streams, pastes and a machine that has nothing: the reader stays whole."""

import json
import os
import pty
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.hostile.stream import forbidden
from tests.tui.terminal import Terminal

SIZES = [(1, 1), (2, 1), (10, 3), (20, 5), (30, 8), (300, 3), (500, 200)]
PATIENCE = 10
# A second, and as much again for a machine that is busy.
FREEZE = 2
DIALOGS = {"note": "e", "field": "t", "palette": ":", "help": "?", "paper": "\r", "search": "/"}


@contextmanager
def reader(
    library: Path, size: tuple[int, int] = (100, 30), env: dict[str, str] | None = None
) -> Iterator[Terminal]:
    home = str(library.parent)
    env = {"HOME": home, "XDG_STATE_HOME": f"{home}/state"} | (env or {})
    terminal = Terminal("--library", str(library), size=size, under=(), **env)
    try:
        yield terminal
    finally:
        terminal.close()


def settle(terminal: Terminal, seconds: float = 0.4) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        terminal.read(0.05)


def leave(terminal: Terminal) -> None:
    assert terminal.process.poll() is None, terminal.output[-2000:]
    terminal.send("\x11")
    assert terminal.end() == 0
    assert terminal.modes == terminal.before
    assert b"Traceback" not in terminal.output
    assert not forbidden(terminal.output)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_any_size_at_the_start(hostile_library: Path, size: tuple[int, int]) -> None:
    with reader(hostile_library, size) as terminal:
        terminal.wait_for("\x1b[?1049h")
        settle(terminal, 1.5)
        terminal.send("jjk")
        settle(terminal)
        leave(terminal)


@pytest.mark.torture
@pytest.mark.parametrize("dialog", DIALOGS)
def test_any_size_during_a_dialog(hostile_library: Path, dialog: str) -> None:
    with reader(hostile_library) as terminal:
        terminal.wait_for("quit")
        terminal.send(DIALOGS[dialog])
        settle(terminal)
        for size in [*SIZES, (100, 30)]:
            terminal.resize(*size)
            settle(terminal, 0.3)
            assert terminal.process.poll() is None, terminal.output[-2000:]
        leave(terminal)


@pytest.mark.parametrize("told", [{"COLUMNS": "100000", "LINES": "100000"}, {}], ids=str)
def test_a_size_that_no_screen_has_is_refused_at_the_start(
    hostile_library: Path, told: dict[str, str]
) -> None:
    with reader(hostile_library, (65_535, 65_535), env=told) as terminal:
        assert terminal.end() == 2
        assert b"no terminal is as large" in terminal.output
        assert b"\x1b" not in terminal.output


def test_a_size_that_no_screen_has_is_ignored_later(hostile_library: Path) -> None:
    with reader(hostile_library) as terminal:
        terminal.wait_for("quit")
        terminal.settle()
        for size in ((65_535, 65_535), (1, 65_535), (100, 30)):
            terminal.resize(*size)
            seen = len(terminal.output)
            terminal.send("j")
            terminal.wait_for("\x1b[", after=seen)
        leave(terminal)


TERMINALS: list[dict[str, str]] = [
    {"TERM": "xterm-16color"},
    {"TERM": "vt100"},
    {"TERM": "linux"},
    {"TERM": "no-such-terminal"},
    {"TERM": ""},
    {"NO_COLOR": "1"},
    {"LC_ALL": "C", "LANG": "C"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "latin-1"},
    {"PYTHONIOENCODING": "ascii"},
    {"COLUMNS": "abc", "LINES": "-4"},
]


@pytest.mark.parametrize("env", TERMINALS, ids=str)
def test_any_terminal(hostile_library: Path, env: dict[str, str]) -> None:
    with reader(hostile_library, env=env) as terminal:
        terminal.wait_for("quit")
        terminal.send("5j")
        settle(terminal)
        leave(terminal)
        if "ascii" in env.values() or "PYTHONUTF8" in env:
            assert terminal.output.isascii()
        if "latin-1" in env.values():
            assert not any(0x80 <= byte < 0xA0 for byte in terminal.output)


def test_marks_are_ascii_where_the_encoding_lacks_ours(hostile_library: Path) -> None:
    with reader(hostile_library, env={"PYTHONIOENCODING": "latin-1"}) as terminal:
        terminal.wait_for("quit")
        terminal.wait_for("% reading")
        leave(terminal)


def test_a_dumb_terminal_is_refused_with_a_hint(hostile_library: Path) -> None:
    with reader(hostile_library, env={"TERM": "dumb"}) as terminal:
        assert terminal.end() == 2
        assert b"tui-reader list" in terminal.output
        assert b"\x1b" not in terminal.output


@pytest.mark.parametrize("missing", [0, 1, 2])
@pytest.mark.parametrize("closed", [True, False])
def test_without_a_terminal_it_refuses(hostile_library: Path, missing: int, closed: bool) -> None:
    master, slave = pty.openpty()
    null = os.open(os.devnull, os.O_RDWR)
    command = [sys.executable, "-m", "tui_reader", "--library", str(hostile_library)]
    if closed:
        command = [
            "sh",
            "-c",
            f'exec "$@" {missing}{"<" if missing == 0 else ">"}&-',
            "sh",
            *command,
        ]
    streams = [slave, slave, slave]
    if not closed:
        streams[missing] = null
    begun = time.monotonic()
    process = subprocess.Popen(
        command, stdin=streams[0], stdout=streams[1], stderr=streams[2], start_new_session=True
    )
    try:
        assert process.wait(10) == 2
        assert time.monotonic() - begun < 5
    finally:
        process.kill()
        process.wait()
        os.close(slave)
        os.close(null)
    try:
        said = os.read(master, 65536)
    except OSError:
        said = b""
    os.close(master)
    assert b"\x1b" not in said
    assert b"Traceback" not in said


def test_a_pipe_that_ends_early_is_no_fault(hostile_library: Path) -> None:
    program = f"{sys.executable} -m tui_reader --library '{hostile_library}'"
    done = subprocess.run(
        ["sh", "-c", f"{program} list --json | head -c 10; {program} list | head -1"],
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_talk_that_cannot_be_written_changes_no_exit_code(hostile_library: Path) -> None:
    command = [sys.executable, "-m", "tui_reader", "--library", str(hostile_library), "show", "zz"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=full, check=False)
    assert done.returncode == 1


@pytest.mark.parametrize("keys", [300, pytest.param(5000, marks=pytest.mark.torture)])
def test_keys_at_once_are_worked_off_while_the_screen_goes_on(
    hostile_library: Path, keys: int
) -> None:
    with reader(hostile_library) as terminal:
        terminal.wait_for("quit")
        settle(terminal, 1)
        last, longest = time.monotonic(), 0.0
        sent, seen = 0, len(terminal.output)
        while b"Moving" not in terminal.output[seen:]:
            if sent < keys:
                sent += 100
                terminal.send("jk" * 50 + ("?" if sent == keys else ""))
            before = len(terminal.output)
            terminal.read(0.02)
            if len(terminal.output) > before:
                longest, last = max(longest, time.monotonic() - last), time.monotonic()
            assert time.monotonic() - last < PATIENCE
        assert longest < FREEZE
        leave(terminal)


def test_a_paste_of_a_megabyte_runs_nothing_and_freezes_nothing(hostile_library: Path) -> None:
    before = (hostile_library / "reading.json").read_bytes()
    with reader(hostile_library) as terminal:
        terminal.wait_for("quit")
        terminal.send("\x1b[200~")
        for _ in range(256):
            terminal.send("4q\x1b[A\x1b]52;c;eA==\x07r\n" * 200)
            terminal.read(0)
        terminal.send("\x1b[201~")
        terminal.wait_for("what you copied")
        seen = len(terminal.output)
        begun = time.monotonic()
        terminal.send("j")
        while len(terminal.output) == seen:
            terminal.read(0.02)
        assert time.monotonic() - begun < FREEZE
        leave(terminal)
    assert (hostile_library / "reading.json").read_bytes() == before


@pytest.mark.parametrize("field", ["e", "/", "t", ":"])
def test_a_paste_into_a_field_runs_nothing(hostile_library: Path, field: str) -> None:
    with reader(hostile_library) as terminal:
        terminal.wait_for("quit")
        terminal.send(field)
        settle(terminal)
        terminal.send("\x1b[200~" + "x\x1b[A\x11\x1b" * 500 + "\x1b[201~")
        settle(terminal, 1)
        assert terminal.process.poll() is None
        terminal.send("\x1b")
        settle(terminal)
        leave(terminal)


EDITORS = {
    "missing": "/no/such editor",
    "failing": "false",
    "spaces": "'{folder}/my editor' --wait",
    "unbalanced": "vi 'x",
    "empty": "",
}


@pytest.mark.parametrize("editor", EDITORS)
def test_editors(hostile_library: Path, tmp_path: Path, editor: str) -> None:
    program = tmp_path / "my editor"
    program.write_text('#!/bin/sh\necho "$1 $#" > "$(dirname "$0")/started"\n')
    program.chmod(0o755)
    named = EDITORS[editor].format(folder=tmp_path)
    with reader(hostile_library, env={"EDITOR": named, "VISUAL": ""}) as terminal:
        terminal.wait_for("quit")
        terminal.send("e")
        settle(terminal)
        terminal.send("\x07")
        settle(terminal, 1)
        assert (tmp_path / "started").exists() == (editor == "spaces")
        terminal.send("\x1b")
        settle(terminal)
        leave(terminal)
    assert not list(tmp_path.rglob("pwned"))


@pytest.mark.parametrize("browser", ["/no/such/browser", "sleep", "sh", ""])
def test_browsers(tmp_path: Path, browser: str) -> None:
    paper = {"title": "$(touch pwned) `touch pwned`", "urls": ["https://a.example/$(touch pwned)"]}
    document = tmp_path / "papers.json"
    document.write_text(json.dumps([paper]))
    library = tmp_path / "library"
    command = [sys.executable, "-m", "tui_reader", "--library", str(library), "--no-samples"]
    subprocess.run([*command, "import", str(document)], check=True, capture_output=True)
    env = {"BROWSER": browser, "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    with reader(library, env=env) as terminal:
        terminal.wait_for("quit")
        begun = time.monotonic()
        terminal.send("o")
        terminal.wait_for("a.example")
        assert time.monotonic() - begun < 5
        settle(terminal)
        terminal.send("\x1b")
        settle(terminal)
        terminal.send("\x11")
        assert terminal.end() == 0
        assert b"Traceback" not in terminal.output
    assert not list(tmp_path.rglob("pwned"))
