"""Locks between processes: held per save on a file of their own that is never deleted."""

import contextlib
import errno
import importlib
import os
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tui_reader.library.errors import CannotSave, Locked
from tui_reader.library.files.directories import make_directory

WAIT = 5.0
PAUSE = 0.005
BUSY = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}


def on_windows() -> bool:
    return os.name == "nt"


def take(file: int) -> None:
    """Lock the open file without waiting; OSError (one of BUSY) where another has it."""
    if on_windows():
        msvcrt = importlib.import_module("msvcrt")
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        fcntl = importlib.import_module("fcntl")
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def locked(
    path: Path,
    timeout: float = WAIT,
    waiting: Callable[[Locked], None] | None = None,
) -> Iterator[bool]:
    """Hold the lock file at `path`; True, or False where this file system has no locks.

    Another holder is waited for `timeout` seconds, then Locked; `waiting` is told once
    who is waited for. The kernel frees the lock of a process that dies.
    """
    file = _open(path)
    try:
        held = _wait(file, path, time.monotonic() + timeout, waiting)
        if held:
            _sign(path)
        try:
            yield held
        finally:
            if held:
                with contextlib.suppress(OSError):
                    _signature(path).unlink()
    finally:
        os.close(file)


def _open(path: Path) -> int:
    make_directory(path.parent)
    try:
        with contextlib.suppress(PermissionError):
            return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        # One of another owner can be locked as long as it can be read.
        return os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError as error:
        raise CannotSave(path, error.strerror or str(error)) from error


def _wait(file: int, path: Path, deadline: float, waiting: Callable[[Locked], None] | None) -> bool:
    while True:
        try:
            take(file)
        except OSError as error:
            if error.errno not in BUSY:
                return False
        else:
            return True
        if time.monotonic() >= deadline:
            raise Locked(path, *holder(path))
        if waiting:
            waiting(Locked(path, *holder(path)))
            waiting = None
        time.sleep(PAUSE)


def _signature(path: Path) -> Path:
    return path.with_name(path.name + ".holder")


def _sign(path: Path) -> None:
    """Say who holds the lock, in a link's target: made in one call, so never half written."""
    signature = _signature(path)
    with contextlib.suppress(OSError):
        signature.unlink(missing_ok=True)
        signature.symlink_to(f"{os.getpid()}@{socket.gethostname()}")


def holder(path: Path) -> tuple[int, str]:
    """Process id and host of who holds the lock, (0, "") where unknown."""
    try:
        pid, _, host = str(_signature(path).readlink()).partition("@")
        return int(pid), host
    except (OSError, ValueError):
        return 0, ""
