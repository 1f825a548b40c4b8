"""Calls held up until a test lets them go on."""

import threading
from collections.abc import Callable
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


def held(
    call: Callable[Given, Result], gate: threading.Event, *, by_screen: bool = True
) -> Callable[Given, Result]:
    """The call, which waits for the gate; where the screen's thread may call it, that does not."""

    def waiting(*args: Given.args, **options: Given.kwargs) -> Result:
        if threading.current_thread() is not threading.main_thread():
            gate.wait(20)
        else:
            assert by_screen
        return call(*args, **options)

    return waiting
