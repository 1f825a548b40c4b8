"""The time that tracker and history use."""

import time
from collections.abc import Callable

Clock = Callable[[], int]


def system_clock() -> int:
    """UTC milliseconds since 1970, which no clock may be before: files hold no such time."""
    return max(time.time_ns(), 0) // 1_000_000
