"""How the terminal is read and written."""

import inspect
import os
import select
import threading
import time
from collections.abc import Iterator
from queue import Queue

import pytest
from textual import constants, events
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui_reader.tui.terminal import driver as module
from tui_reader.tui.terminal import giving_way
from tui_reader.tui.terminal.driver import BEGIN_FRAME, END_FRAME, ReaderDriver
from tui_reader.tui.terminal.giving_way import GivingWay

NO_UTF8 = b"\xff\xe9\x80\xc3\xa9"


class Writer:
    def __init__(self) -> None:
        self.writes: list[str] = []
        self._queue: Queue[str] = Queue(30)

    def write(self, text: str) -> None:
        self.writes.append(text)


class Driver(ReaderDriver):
    """Reads a pipe and keeps the keys; Textual's own beginning takes signals over."""

    def __init__(self, fileno: int) -> None:
        self.fileno = fileno
        self.exit_event = threading.Event()
        self._debug = False
        self.giving_way = GivingWay()
        self.writer = Writer()
        self._writer_thread = self.writer  # type: ignore[assignment]  # as much of one as is used
        self.keys: list[str] = []
        self.got = threading.Condition()

    def process_message(self, message: Message) -> None:
        assert isinstance(message, events.Key)
        with self.got:
            self.keys.append(message.key)
            self.got.notify_all()

    def gets(self, *keys: str) -> bool:
        with self.got:
            return self.got.wait_for(lambda: self.keys == list(keys), 10)


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Driver, int]]:
    """A driver that reads, and where to write; what may go on is waited for all but for ever."""
    monkeypatch.setattr(module, "LOOK_EVERY", 30.0)
    reader, writer = os.pipe()
    driver = Driver(reader)
    thread = threading.Thread(target=driver.run_input_thread)
    thread.start()
    yield driver, writer
    driver.exit_event.set()
    os.write(writer, b"q")
    thread.join()
    os.close(reader)
    os.close(writer)


def test_an_escape_alone_acts_after_its_own_delay(pipe: tuple[Driver, int]) -> None:
    driver, writer = pipe
    os.write(writer, b"\x1b")
    assert driver.gets("escape")


@pytest.mark.parametrize("cut", [1, 2])
def test_a_sequence_cut_by_reads_is_one_key(
    pipe: tuple[Driver, int], cut: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver, writer = pipe
    # A busy machine may take long between the two writes.
    monkeypatch.setattr(constants, "ESCAPE_DELAY", 10.0)
    monkeypatch.setattr(module, "ESCAPE_ALONE", 10.0)
    for part in (b"\x1b[B"[:cut], b"\x1b[B"[cut:]):
        os.write(writer, part)
    assert driver.gets("down")


def test_bytes_that_are_no_utf8_are_marked(pipe: tuple[Driver, int]) -> None:
    driver, writer = pipe
    os.write(writer, NO_UTF8)
    assert driver.gets(*["replacement_character"] * 2, "é")


def test_a_character_cut_by_reads_is_one_key(pipe: tuple[Driver, int]) -> None:
    driver, writer = pipe
    for byte in "é漢q".encode():
        os.write(writer, bytes([byte]))
        deadline = time.monotonic() + 10
        while select.select([driver.fileno], [], [], 0)[0]:
            assert time.monotonic() < deadline
    assert driver.gets("é", "漢", "q")


def test_textual_still_needs_the_driver() -> None:
    """When this fails, reading may be left to Textual's own."""
    source = inspect.getsource(LinuxDriver.run_input_thread)
    assert "selector.select(0.1)" in source
    assert "This can occur if the stdin is piped\n                        break" in source
    assert 'getincrementaldecoder("utf-8")()' in source


def test_a_frame_is_one_write() -> None:
    driver = Driver(0)
    for data in ("\x07", BEGIN_FRAME, "\x1b[1;2Htext", END_FRAME):
        driver.write(data)
    assert driver.writer.writes == ["\x07", f"{BEGIN_FRAME}\x1b[1;2Htext{END_FRAME}"]


def test_work_gives_way_from_a_key_to_the_frame_that_answers_it(
    pipe: tuple[Driver, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    driver, writer = pipe
    monkeypatch.setattr(giving_way, "LONGEST", 30.0)
    driver.giving_way.wait()
    os.write(writer, b"j")
    assert driver.gets("j")
    went_on = threading.Event()

    def work() -> None:
        driver.giving_way.wait()
        went_on.set()

    worker = threading.Thread(target=work)
    worker.start()
    for part in (BEGIN_FRAME, "text"):
        driver.write(part)
        assert not went_on.wait(0.05)
    driver.write(END_FRAME)
    assert went_on.wait(10)
    worker.join()


def test_a_key_without_an_answer_holds_work_up_once(
    pipe: tuple[Driver, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    driver, writer = pipe
    os.write(writer, b"j")
    assert driver.gets("j")
    monkeypatch.setattr(giving_way, "LONGEST", 0.0)
    driver.giving_way.wait()
    monkeypatch.setattr(giving_way, "LONGEST", threading.TIMEOUT_MAX)
    driver.giving_way.wait()
