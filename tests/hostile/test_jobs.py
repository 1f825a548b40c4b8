"""Stopped, in the background and back again under a real shell."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.shell import Shell
from tui_reader.cli import main

FULL_SCREEN = "\x1b[?1049h"


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Shell]:
    if not shutil.which("bash"):
        pytest.skip("bash is not installed")
    shell = Shell(XDG_STATE_HOME=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path))
    shell.wait_for("READY> ")
    shell.type(f"{sys.executable} -m tui_reader --library {tmp_path / 'library'}\r")
    shell.wait_for("quit")
    yield shell
    shell.close()


def is_usable(shell: Shell) -> None:
    seen = shell.type("echo usa''ble\r")
    shell.wait_for("usable", after=seen)
    shell.wait_for("READY> ", after=seen)


def stopped(shell: Shell) -> None:
    seen = shell.type("\x1a")
    shell.wait_for("fg brings it back", after=seen)
    shell.wait_for("READY> ", after=seen)


def brought_back(shell: Shell, *, shown: str = "Formalizing") -> None:
    seen = shell.type("fg\r")
    shell.wait_for(FULL_SCREEN, after=seen)
    at = shell.output.index(FULL_SCREEN.encode(), seen)
    shell.wait_for(shown, after=at)


def left(shell: Shell) -> None:
    seen = shell.type("q")
    shell.wait_for("READY> ", after=seen)
    seen = shell.type("echo code=$?\r")
    shell.wait_for("code=0", after=seen)


def test_stopped_and_back_with_what_others_did_meanwhile(shell: Shell, tmp_path: Path) -> None:
    stopped(shell)
    is_usable(shell)
    document = tmp_path / "new.jsonl"
    document.write_bytes(b'{"title": "Brought in meanwhile", "authors": ["Ann Lee"]}\n')
    assert main(["--library", str(tmp_path / "library"), "import", str(document)]) == 0
    brought_back(shell)
    shell.wait_for("/82")
    left(shell)


def test_in_the_background_it_leaves_the_terminal_to_the_shell(shell: Shell) -> None:
    stopped(shell)
    seen = shell.type("bg\r")
    shell.wait_for("READY> ", after=seen)
    is_usable(shell)
    is_usable(shell)
    assert FULL_SCREEN.encode() not in shell.output[seen:]
    shell.type("while jobs | grep Running; do sleep 0.1; done; echo it has sto''pped\r")
    shell.wait_for("it has stopped", after=seen)
    brought_back(shell)
    left(shell)
    is_usable(shell)
