"""File calls that fail or kill at a chosen moment.

A killed process does nothing more, so after the moment of a kill every further call
dies as well: clean-up code of ours that would not run in a dead process has no effect.
"""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

CALLS = (
    "open",
    "write",
    "fsync",
    "replace",
    "truncate",
    "ftruncate",
    "unlink",
    "symlink",
    "mkdir",
)


class Killed(BaseException):
    """The process died here."""


class Faults:
    """Counts the calls; at number `at` raises, writing half of the bytes first if it is a write."""

    def __init__(self, at: int, fault: str) -> None:
        self.at = at
        self.fault = fault
        self.for_ever = False
        self.calls: list[str] = []

    @property
    def happened(self) -> bool:
        return len(self.calls) >= self.at

    def wrap(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:  # noqa: ANN401 - stands for any file call
            self.calls.append(name)
            number = len(self.calls)
            if self.fault == "kill" and number > self.at:
                raise Killed
            if number == self.at or (self.for_ever and number > self.at):
                if name == "write":
                    real(args[0], args[1][: len(args[1]) // 2])
                raise Killed if self.fault == "kill" else _error(self.fault)
            return real(*args, **options)

        return call


def _error(name: str) -> OSError:
    number = getattr(errno, name)
    return OSError(number, os.strerror(number))


@contextmanager
def faults(at: int, fault: str, *, for_ever: bool = False) -> Iterator[Faults]:
    """With `at` 0 nothing happens and the calls are only counted."""
    shim = Faults(at or 1_000_000, fault)
    shim.for_ever = for_ever
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, shim.wrap(name, getattr(os, name)))
        yield shim
