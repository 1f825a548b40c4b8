"""stdin, stdout and stderr in whatever state the shell handed them over."""

import contextlib
import io
import os
import sys


def secure() -> None:
    """Fill closed descriptors, and let no character that the encoding lacks stop a command.

    A descriptor left closed would go to the next file opened, and output would land in it.
    """
    for descriptor, mode in ((0, os.O_RDONLY), (1, os.O_WRONLY), (2, os.O_WRONLY)):
        if not _is_open(descriptor):
            _put_devnull(descriptor, mode)
    sys.stdin = sys.stdin or open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - lives as long as the process
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - as above
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - as above
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def abandon_stdout() -> None:
    """Send what is still buffered nowhere: its reader has gone, or the disk is full."""
    with contextlib.suppress(OSError, ValueError):
        _put_devnull(sys.stdout.fileno(), os.O_WRONLY)


def all_are_terminals() -> bool:
    return all(os.isatty(descriptor) for descriptor in (0, 1, 2))


def _is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


def _put_devnull(descriptor: int, mode: int) -> None:
    opened = os.open(os.devnull, mode)
    if opened != descriptor:
        os.dup2(opened, descriptor)
        os.close(opened)
