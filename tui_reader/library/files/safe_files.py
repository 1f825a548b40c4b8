"""Files that are either the complete old or the complete new version, whatever happens."""

import contextlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tui_reader.library.errors import CannotSave, Damaged
from tui_reader.library.files.directories import DIRECTORY_MODE, make_directory, sync_directory
from tui_reader.library.files.locks import locked

__all__ = [
    "DIRECTORY_MODE",
    "FILE_MODE",
    "Appended",
    "Signature",
    "append_lines",
    "locked",
    "make_directory",
    "read_regular",
    "signature_of",
    "temporary_files",
    "write_atomically",
]

FILE_MODE = 0o600
TEMPORARY = ".tmp"
# Bytes that are written at once.
_AT_ONCE = 1 << 20

Piece = bytes | bytearray | memoryview
# Which version of a file this is: inode, time of change, size.
Signature = tuple[int, int, int]


def signature_of(path: Path) -> Signature | None:
    """None where there is no such file; OSError for other causes."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def read_regular(path: Path) -> tuple[bytes, Signature] | None:
    """Bytes and signature of a regular file, None if there is none.

    Damaged where something else (a directory, a FIFO) stands there or it cannot be read.
    """
    try:
        file = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Damaged(path, f"it cannot be read ({error.strerror})") from error
    try:
        found = os.fstat(file)
        if not stat.S_ISREG(found.st_mode):
            kind = "directory" if stat.S_ISDIR(found.st_mode) else "special file"
            raise Damaged(path, f"a {kind} stands in its place")
        with open(file, "rb", closefd=False) as handle:
            data = handle.read()
    except OSError as error:
        raise Damaged(path, f"it cannot be read ({error.strerror})") from error
    finally:
        os.close(file)
    return data, (found.st_ino, found.st_mtime_ns, found.st_size)


def write_atomically(
    path: Path, data: bytes | Iterable[Piece], *, expected: Signature | None = None
) -> Signature:
    """Replace the file by these bytes, or pieces of bytes, and return the new version's signature.

    A symbolic link is kept: its target is replaced. With `expected`, ChangedMeanwhile
    if the file is no longer that version just before it would be replaced.
    """
    target = Path(os.path.realpath(path))
    make_directory(target.parent)
    temporary = target.with_name(f".{target.name}.{os.urandom(4).hex()}{TEMPORARY}")
    try:
        signature = _write_new(temporary, data)
        if expected is not None and signature_of(target) != expected:
            raise ChangedMeanwhile(path)
        temporary.replace(target)
        sync_directory(target.parent)
    except BaseException as error:
        # Also for what the making of the pieces raised.
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise CannotSave(path, error.strerror or str(error)) from error
        raise
    return signature


class ChangedMeanwhile(Exception):
    """Another process replaced the file between reading and writing (only without locks)."""


def _write_new(path: Path, data: bytes | Iterable[Piece]) -> Signature:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    file = os.open(path, flags, FILE_MODE)
    try:
        for piece in (data,) if isinstance(data, bytes) else _gathered(data):
            _write_all(file, piece)
        os.fsync(file)
        found = os.fstat(file)
    finally:
        os.close(file)
    return found.st_ino, found.st_mtime_ns, found.st_size


def _gathered(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Small ones together: each is a call of the system."""
    gathered = bytearray()
    for piece in pieces:
        if len(gathered) + len(piece) > _AT_ONCE:
            yield gathered
            gathered = bytearray()
        if len(piece) > _AT_ONCE:
            yield piece
        else:
            gathered += piece
    yield gathered


def _write_all(file: int, data: Piece) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]


class Appended(NamedTuple):
    """Where lines were appended, with the size of the file before and after."""

    path: Path
    before: int
    after: int

    def take_back(self) -> None:
        """Because what followed failed; not where others have appended since."""
        with contextlib.suppress(OSError):
            if self.path.stat().st_size == self.after:
                os.truncate(self.path, self.before)


def append_lines(path: Path, lines: Sequence[bytes]) -> Appended:
    """Append and sync; all of the lines or, if that fails, none of them.

    A torn last line, left by a crash, is ended first so that it spoils no other.
    """
    make_directory(path.parent)
    is_new = not path.exists()
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, FILE_MODE)
    except OSError as error:
        raise CannotSave(path, error.strerror or str(error)) from error
    size = 0
    try:
        size = os.fstat(file).st_size
        torn = size and os.pread(file, 1, size - 1) != b"\n"
        _write_all(file, b"".join((b"\n" if torn else b"", *(line + b"\n" for line in lines))))
        after = os.fstat(file).st_size
        os.fsync(file)
        if is_new:
            sync_directory(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            os.ftruncate(file, size)
        raise CannotSave(path, error.strerror or str(error)) from error
    finally:
        os.close(file)
    return Appended(path, size, after)


def temporary_files(directory: Path, name: str = "*") -> list[Path]:
    """What killed processes left of the file; never read, safe to remove under its lock."""
    return sorted(directory.glob(f".{name}.*{TEMPORARY}"))
