import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.library.faults import faults
from tui_reader.library.errors import CannotSave, Damaged
from tui_reader.library.files.safe_files import (
    ChangedMeanwhile,
    append_lines,
    make_directory,
    read_regular,
    signature_of,
    temporary_files,
    write_atomically,
)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_order_of_calls_survives_power_loss(tmp_path: Path) -> None:
    path = tmp_path / "state"
    path.write_bytes(b"old")
    with faults(0, "EIO") as shim:
        write_atomically(path, b"new")
    assert shim.calls == ["open", "write", "fsync", "replace", "open", "fsync"]
    assert path.read_bytes() == b"new"


def test_the_temporary_file_is_in_the_same_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced: list[Path] = []

    def no_replace(path: Path, target: Path) -> Path:
        replaced.extend((path, target))
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "replace", no_replace)
    with pytest.raises(CannotSave, match=r"could not save .*state: Input/output error"):
        write_atomically(tmp_path / "state", b"new")
    temporary, target = replaced
    assert temporary.parent == target.parent == tmp_path
    assert temporary_files(tmp_path) == []


def test_nobody_else_can_read_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_atomically(tmp_path / "a" / "b" / "state", b"x")
        append_lines(tmp_path / "c" / "log", [b"x"])
    finally:
        os.umask(before)
    assert mode(tmp_path / "a") == mode(tmp_path / "a" / "b") == mode(tmp_path / "c") == 0o700
    assert mode(tmp_path / "a" / "b" / "state") == mode(tmp_path / "c" / "log") == 0o600


def test_a_link_is_kept_and_its_target_replaced(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "state"
    link.symlink_to(tmp_path / "elsewhere" / "real")
    for text in (b"first", b"second"):
        write_atomically(link, text)
        assert link.is_symlink()
        assert (tmp_path / "elsewhere" / "real").read_bytes() == text
    assert list((tmp_path / "elsewhere").iterdir()) == [tmp_path / "elsewhere" / "real"]


def test_the_signature_is_that_of_what_was_written(tmp_path: Path) -> None:
    signature = write_atomically(tmp_path / "state", b"x")
    assert signature_of(tmp_path / "state") == signature
    assert write_atomically(tmp_path / "state", b"y") != signature


def test_what_changed_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    signature = write_atomically(tmp_path / "state", b"mine")
    write_atomically(tmp_path / "state", b"theirs")
    with pytest.raises(ChangedMeanwhile):
        write_atomically(tmp_path / "state", b"mine again", expected=signature)
    assert (tmp_path / "state").read_bytes() == b"theirs"
    assert temporary_files(tmp_path) == []


def test_a_file_where_a_directory_is_needed_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotSave, match="a file stands where a directory is needed"):
        make_directory(tmp_path / "file" / "library")


def test_a_directory_in_its_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    with pytest.raises(Damaged, match="a directory stands in its place"):
        read_regular(tmp_path / "state")
    with pytest.raises(CannotSave):
        write_atomically(tmp_path / "state", b"x")
    assert (tmp_path / "state").is_dir()


def test_a_fifo_in_its_place_is_named_and_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "state")
    with pytest.raises(Damaged, match="a special file stands in its place"):
        read_regular(tmp_path / "state")


def test_appending_ends_a_torn_line_first(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_bytes(b"whole\nto")
    assert append_lines(path, [b"next", b"last"]).before == 8
    assert path.read_bytes() == b"whole\nto\nnext\nlast\n"


@pytest.mark.parametrize("at", [2, 3])
def test_a_failed_append_leaves_the_file_as_it_was(tmp_path: Path, at: int) -> None:
    path = tmp_path / "log"
    append_lines(path, [b"whole"])
    with faults(at, "ENOSPC"), pytest.raises(CannotSave, match="No space left on device"):
        append_lines(path, [b"more"])
    assert path.read_bytes() == b"whole\n"


def test_small_pieces_are_written_together_and_large_ones_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "state"
    pieces = [b"a", b"bc", b"d" * (2 << 20), b"e", b"fg"]
    with faults(0, "EIO") as shim:
        write_atomically(path, iter(pieces))
    assert shim.calls.count("write") == 3
    assert path.read_bytes() == b"".join(pieces)


def test_what_the_making_of_a_piece_raises_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "state"

    def pieces() -> Iterator[bytes]:
        yield b"a" * (2 << 20)
        raise KeyboardInterrupt

    write_atomically(path, b"old")
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, pieces())
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]
