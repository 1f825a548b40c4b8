"""Files opened without ever waiting for one that somebody put in their place."""

import mmap
import os
from pathlib import Path
from typing import BinaryIO


def opened(path: Path) -> BinaryIO:
    """For reading; a FIFO reads as an empty file. OSError."""
    return open(path, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NONBLOCK))


def mapped(path: Path) -> mmap.mmap:
    """The bytes of a file, read as they are asked for.

    OSError or ValueError where there is none, it is empty, or no regular file.
    """
    with opened(path) as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
