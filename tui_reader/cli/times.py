"""Moments as people read them, in local time."""

from datetime import datetime


def moment_of(milliseconds: int) -> str:
    """`2026-11-20 19:44` of UTC milliseconds."""
    return f"{datetime.fromtimestamp(milliseconds / 1000):%Y-%m-%d %H:%M}"


def day_of(milliseconds: int) -> str:
    return moment_of(milliseconds)[:10]
