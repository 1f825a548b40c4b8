"""Directories that are open to nobody else and that a power cut does not take away."""

import contextlib
import errno
import os
from pathlib import Path

from tui_reader.library.errors import CannotSave

DIRECTORY_MODE = 0o700


def make_directory(path: Path) -> None:
    """Make the directory with its parents; CannotSave if that fails."""
    try:
        _make(path)
    except OSError as error:
        raise CannotSave(path, error.strerror or str(error)) from error


def _make(path: Path) -> None:
    if path.is_dir():
        return
    _make(path.parent)
    with contextlib.suppress(FileExistsError):
        path.mkdir(mode=DIRECTORY_MODE)
        with contextlib.suppress(PermissionError):
            sync_directory(path.parent)
    if not path.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "a file stands where a directory is needed")


def sync_directory(path: Path) -> None:
    """Have the names in it on disk."""
    file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(file)
    finally:
        os.close(file)
