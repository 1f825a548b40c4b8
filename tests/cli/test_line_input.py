"""Batches of whatever is waiting on a pipe."""

import os

import pytest

from tui_reader.cli.errors import CommandError
from tui_reader.cli.line_input import all_of, batches


def test_what_waits_is_one_batch_and_a_torn_line_waits_for_its_end() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"read a\nread b\r\nqueu")
    found = batches(reading)
    assert next(found) == ["read a", "read b"]
    os.write(writing, b"ed c\nskimmed d")
    assert next(found) == ["queued c"]
    os.close(writing)
    assert next(found) == ["skimmed d"]
    assert list(found) == []
    os.close(reading)


def test_bytes_that_are_no_utf_8_stop_nothing() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"read \xff\n")
    os.close(writing)
    assert list(batches(reading)) == [["read \udcff"]]
    os.close(reading)


@pytest.mark.parametrize("waiting", [b"12345", b"123456"])
def test_what_does_not_end_is_not_waited_for(waiting: bytes) -> None:
    reading, writing = os.pipe()
    os.write(writing, waiting)
    if len(waiting) > 5:
        with pytest.raises(CommandError, match="larger than"):
            all_of(reading, most=5)
        os.close(writing)
    else:
        os.close(writing)
        assert all_of(reading, most=5) == waiting
    os.close(reading)
