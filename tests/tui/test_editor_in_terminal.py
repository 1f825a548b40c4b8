"""ctrl+g in a real terminal: whatever becomes of the editor, the session goes on."""

from pathlib import Path

import pytest

from tests.tui.terminal import Terminal


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("", "is not set"),
        ("/no/such/editor", "no such program"),
        ("false", "ended with 1"),
        ("{tmp}/broken", "cannot start"),
    ],
)
def test_an_editor_that_fails_leaves_the_note_open(tmp_path: Path, value: str, reason: str) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(b"\x00 not a program")
    broken.chmod(0o755)
    with_editor(tmp_path, value.format(tmp=tmp_path), reason)


def with_editor(tmp_path: Path, value: str, reason: str) -> None:
    library = tmp_path / "library"
    terminal = Terminal("--library", str(library), VISUAL="", EDITOR=value)
    try:
        terminal.wait_for("quit")
        terminal.send("e")
        terminal.wait_for("saves")
        terminal.send("halfway\x07")
        terminal.wait_for(reason)
        seen = len(terminal.output)
        terminal.send("\x1b")
        terminal.wait_for("u undoes", after=seen)
        terminal.send("q")
        assert terminal.end() == 0
    finally:
        terminal.close()
    assert "halfway" in (library / "reading.json").read_text()


def test_ctrl_c_in_the_editor_is_the_editors(tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    lines = ("#!/bin/sh", "trap '' INT", "kill -INT 0", "sleep 0.1", "echo from the editor > $1")
    editor.write_text("\n".join(lines))
    editor.chmod(0o755)
    terminal = Terminal("--library", str(tmp_path / "library"), VISUAL="", EDITOR=str(editor))
    try:
        terminal.wait_for("quit")
        terminal.send("e")
        terminal.wait_for("saves")
        terminal.send("\x07")
        terminal.wait_for("rom the editor")
        seen = len(terminal.output)
        terminal.send("\x1b")
        terminal.wait_for("u undoes", after=seen)
        terminal.send("q")
        assert terminal.end() == 0
    finally:
        terminal.close()
