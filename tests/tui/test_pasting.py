"""Escapes within pastes, however the reads cut them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser

from tui_reader.tui.terminal.pasting import END, START, PasteGuard
from tui_reader.tui.terminal.received import GuardedParser

HOSTILE = "4q\x1b]52;c;eA==\x07\x1b[A\x1b\x1b[2004l\n"


def events_of(parser: XTermParser, *reads: str) -> list[object]:
    return [event for read in reads for event in parser.feed(read)]


@given(st.lists(st.sampled_from(["a", "\x1b", "[", "2", "0", "1", "~", "\x1b[A"]), max_size=40))
def test_a_paste_is_one_event_wherever_it_is_cut(pieces: list[str]) -> None:
    text = "".join(pieces).replace(END, "").replace(START, "")
    if END in text + END[:-1]:
        return
    got = events_of(GuardedParser(), *START, *text, *END, "j")
    pastes = [event for event in got if isinstance(event, events.Paste)]
    keys = [event.key for event in got if isinstance(event, events.Key)]
    assert keys == ["j"]
    assert "".join(paste.text for paste in pastes) == text.replace("\x1b", "␛")


def test_what_is_typed_is_never_held_back() -> None:
    guard = PasteGuard()
    assert [guard.passed(letter) for letter in "\x1b[20x\x1b"] == list("\x1b[20x\x1b")


def test_text_around_pastes_stays() -> None:
    got = events_of(GuardedParser(), f"j{START}{HOSTILE}{END}k{START}x{END}")
    assert [type(event).__name__ for event in got] == ["Key", "Paste", "Key", "Paste"]


def test_textual_still_needs_the_guard() -> None:
    """When this fails, `tui_reader.tui.terminal.pasting` can go."""
    got = events_of(XTermParser(), START, HOSTILE, END)
    assert any(isinstance(event, events.Key) for event in got)


@pytest.mark.parametrize("cut", range(1, len(START)))
def test_marks_cut_by_reads(cut: int) -> None:
    got = events_of(GuardedParser(), START[:cut], START[cut:] + "\x1b[A" + END[:cut], END[cut:])
    assert [type(event).__name__ for event in got] == ["Paste"]
