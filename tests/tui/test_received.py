"""Bytes, keys and sizes as no terminal should send them."""

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from tests.tui.terminal import Terminal
from tui_reader.tui.terminal.received import GuardedParser

# Keys that no keyboard has, spelt as keyboards spell theirs.
NO_KEYS = ["\x1b[1114112u", "\x1b[99999999999u", "\x1b[:E", "\x1b[97:65u", "\x1b[;1:A", "\x1b[1:3P"]
NO_SIZES = ["\x1b[48;0;0;0;0t", "\x1b[48;99999;80;1;1t", "\x1b[48;80;9999999999;1;1t"]
NO_UTF8 = b"\xff\xe9\x80\xc3\xc3\xa9"


@pytest.mark.parametrize("sequence", NO_KEYS)
def test_what_no_keyboard_sends_presses_nothing(sequence: str) -> None:
    events_ = list(GuardedParser().feed(sequence + "j"))
    assert [event.key for event in events_ if isinstance(event, events.Key)] == ["j"]


@pytest.mark.parametrize("sequence", NO_SIZES)
def test_no_size_that_no_screen_has(sequence: str) -> None:
    assert not [e for e in GuardedParser().feed(sequence) if isinstance(e, events.Resize)]


def test_a_size_is_taken() -> None:
    [resize] = GuardedParser().feed("\x1b[48;36;120;720;960t")
    assert isinstance(resize, events.Resize)
    assert resize.size == (120, 36)


def test_a_terminal_without_pixels_has_a_mouse() -> None:
    _, mouse = GuardedParser().feed("\x1b[48;36;120;0;0t\x1b[<0;5;7M")
    assert isinstance(mouse, events.MouseDown)
    assert (mouse.x, mouse.y) == (4, 6)


def test_the_mouse_is_left_in_cells(tmp_path: object) -> None:
    terminal = Terminal("--library", f"{tmp_path}/library", HOME=str(tmp_path))
    try:
        terminal.wait_for("quit")
        terminal.send("\x1b[?2048;2$y\x1b[48;30;100;600;1000t")
        terminal.wait_for("\x1b[?1016h")
        terminal.send("\x11")
        assert terminal.end() == 0
        assert terminal.output.rindex(b"\x1b[?1016l") > terminal.output.rindex(b"\x1b[?1016h")
    finally:
        terminal.close()


def test_textual_still_needs_the_guard() -> None:
    """When this fails, that much of `tui_reader.tui.terminal.received` can go."""
    with pytest.raises((ValueError, OverflowError)):
        list(XTermParser().feed("\x1b[1114112u"))
    assert list(XTermParser().feed(NO_SIZES[1]))
    with pytest.raises(ZeroDivisionError):
        list(XTermParser().feed("\x1b[48;36;120;0;0t\x1b[<0;5;7M"))


@pytest.mark.parametrize("field", ["", "/", "e"])
def test_none_of_it_ends_the_program(tmp_path: object, field: str) -> None:
    terminal = Terminal("--library", f"{tmp_path}/library", HOME=str(tmp_path))
    try:
        terminal.wait_for("quit")
        terminal.send(field)
        terminal.send_bytes(NO_UTF8 + b"\x1b[200~caf\xe9\x1b[201~" + b"\x1b[<0;99999999;99999999M")
        for sequence in (*NO_KEYS, *NO_SIZES):
            terminal.send(sequence)
        seen = len(terminal.output)
        terminal.send("\x1b")
        terminal.wait_for("\x1b[", after=seen)
        terminal.send("\x11")
        assert terminal.end() == 0
        assert b"crash.log" not in terminal.output
    finally:
        terminal.close()
