"""Batches of whatever is waiting on a pipe."""

import os

from tui_reader.cli.line_input import batches


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
