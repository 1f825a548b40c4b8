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
