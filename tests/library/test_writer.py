"""Waiting for the thread that saves."""

import threading
from collections.abc import Callable

import pytest

from tui_reader.library.errors import LibraryError, Locked
from tui_reader.library.tracker import writer
from tui_reader.library.tracker.writer import Writer


def test_a_long_save_that_goes_well_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "LOOK_AGAIN", 0.001)
    looks, go_on = [], threading.Event()

    def save(waiting: Callable[[Locked], None]) -> int:
        go_on.wait(20)
        return 1

    saver = Writer(save)
    saver.wake()
    wait = saver._condition.wait

    def looked(timeout: float | None = None) -> bool:
        looks.append(timeout)
        if len(looks) > 2:
            go_on.set()
        return wait(timeout)

    monkeypatch.setattr(saver._condition, "wait", looked)
    saver.flush(0)
    assert saver.saving.state == "saved"
    saver.close(1)


def test_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "LONGEST", 0)
    go_on = threading.Event()

    def save(waiting: Callable[[Locked], None]) -> int:
        go_on.wait(20)
        return 1

    saver = Writer(save)
    saver.wake()
    with pytest.raises(LibraryError, match="takes too long"):
        saver.flush(0)
    go_on.set()
    saver.close(20)
