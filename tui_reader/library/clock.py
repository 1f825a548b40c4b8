"""The time that tracker and history use."""

import time
from collections.abc import Callable

Clock = Callable[[], int]


def system_clock() -> int:
    """UTC milliseconds since 1970."""
    return time.time_ns() // 1_000_000
