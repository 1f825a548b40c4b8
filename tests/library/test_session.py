"""The session file: nothing in its place is worth an error."""

import os
from pathlib import Path

import pytest

from tui_reader.library.session import Session


@pytest.mark.parametrize("data", [b"", b"[1]", b"\xff", b"[" * 100_000, b'{"a": ' + b"9" * 5000])
def test_damage_is_ignored(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "session.json"
    path.write_bytes(data)
    assert Session(path).load() == {}


def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "session.json")
    assert Session(tmp_path / "session.json").load() == {}


def test_what_was_saved_is_there_again(tmp_path: Path) -> None:
    Session(tmp_path / "session.json").save({"query": "rl"})
    assert Session(tmp_path / "session.json").load() == {"query": "rl"}
