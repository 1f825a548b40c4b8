"""What is copied was asked for by a key, and is clean."""

import base64
from pathlib import Path

from tests.hostile.stream import forbidden, sequences
from tests.tui.terminal import Terminal
from tui_reader.text import clean


def copied(output: bytes) -> list[str]:
    bodies = [s.body for s in sequences(output) if s.kind == "osc" and s.number == b"52"]
    return [base64.b64decode(body.split(b";")[-1]).decode() for body in bodies]


def drag(terminal: Terminal, start: tuple[int, int], end: tuple[int, int]) -> None:
    terminal.send("\x1b[<0;{};{}M".format(*start))
    terminal.send("\x1b[<32;{};{}M".format(*end))
    terminal.send("\x1b[<0;{};{}m".format(*end))


def test_text_selected_by_the_mouse_is_copied_clean(terminal: Terminal) -> None:
    terminal.send("/gpj\r")
    terminal.settle()
    seen = len(terminal.output)
    drag(terminal, (77, 3), (110, 4))
    terminal.settle()
    assert not copied(terminal.output)
    terminal.send("\x03")
    terminal.wait_for("\x1b]52;", after=seen)
    terminal.settle()
    (text,) = copied(terminal.output)
    assert "safe\ufffdgpj.exe" in text
    assert clean(text) == text
    assert not forbidden(terminal.output, clipboard=True)


def test_titles_are_copied_clean(terminal: Terminal) -> None:
    terminal.send("A")
    terminal.wait_for("selected")
    terminal.send("y")
    terminal.wait_for("title")
    seen = len(terminal.output)
    terminal.send("t")
    terminal.wait_for("cop", after=seen)
    terminal.settle()
    texts = copied(terminal.output)
    assert len(texts) <= 1
    assert all(clean(text) == text for text in texts)
    assert not forbidden(terminal.output, clipboard=True)


def test_a_clipboard_that_hangs_stops_no_key(hostile_library: Path, tmp_path: Path) -> None:
    for name in ("xclip", "xsel", "wl-copy", "pbcopy", "clip.exe", "klipper"):
        program = tmp_path / name
        program.write_text("#!/bin/sh\nexec sleep 60\n")
        program.chmod(0o755)
    terminal = Terminal(
        "--library",
        str(hostile_library),
        HOME=str(tmp_path),
        PATH=f"{tmp_path}:/usr/bin:/bin",
        DISPLAY=":99",
        WAYLAND_DISPLAY="",
        TERM="linux",
    )
    try:
        terminal.wait_for("quit")
        terminal.send("y")
        terminal.wait_for("title")
        terminal.send("t")
        seen = len(terminal.output)
        terminal.send("j")
        terminal.wait_for("2/", after=seen)
        terminal.wait_for("by hand")
        terminal.settle()
        terminal.send("\x1b")
        terminal.settle()
        terminal.send("\x11")
        assert terminal.end() == 0
        assert not forbidden(terminal.output)
    finally:
        terminal.close()
