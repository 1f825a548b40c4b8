"""Columns hold and marks stay where they are, whatever the characters of a row."""

import re

import pyte
import pytest

from tests.hostile.texts import MARKUP
from tests.tui.terminal import Terminal

SIZE = (120, 40)
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def screen_of(terminal: Terminal) -> pyte.Screen:
    terminal.read(0.5)
    while True:
        seen = len(terminal.output)
        terminal.read(0.3)
        if len(terminal.output) == seen:
            break
    screen = pyte.Screen(*SIZE)
    stream = pyte.Stream(screen)
    stream.use_utf8 = True
    stream.feed(without_private(terminal.output.decode("utf-8", "replace")))
    return screen


def without_private(text: str) -> str:
    """pyte draws the rest of what it does not know."""
    return re.sub(r"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p", "", text)


@pytest.mark.parametrize("keys", ["", "G"])
def test_the_rule_between_the_panes_stays_in_its_column(terminal: Terminal, keys: str) -> None:
    terminal.send(keys)
    screen = screen_of(terminal)
    rows = ["".join(screen.buffer[y][x].data or " " for x in range(SIZE[0])) for y in range(40)]
    top, joint = next(
        (y, x) for y in range(40) for x in range(SIZE[0]) if screen.buffer[y][x].data == "┯"
    )
    column = [screen.buffer[y][joint].data for y in range(top + 1, 38)]
    assert set(column) <= {"│", "┃"}, "\n".join(rows)


def test_markup_is_shown_letter_for_letter(terminal: Terminal) -> None:
    for text in (MARKUP["mask"], MARKUP["click"]):
        word = text.split()[0].strip("[]@").split("]")[0]
        terminal.send("/" + word + "\r")
        shown = "\n".join(screen_of(terminal).display)
        assert text in shown
        terminal.send("\x1b")
        terminal.read(0.5)


def test_bidi_controls_are_seen(terminal: Terminal) -> None:
    terminal.send("/gpj\r")
    shown = "\n".join(screen_of(terminal).display)
    assert "safe�gpj.exe� end" in shown
    assert not set(shown) & BIDI


def test_zero_width_characters_do_not_hide_a_word_from_search(terminal: Terminal) -> None:
    terminal.send("/password\r")
    shown = "\n".join(screen_of(terminal).display)
    assert "1 of" in shown or "1 exact" in shown or "1 paper" in shown, shown
