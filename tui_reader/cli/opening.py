"""The library a command works on."""

from collections.abc import Iterator
from contextlib import contextmanager

from tui_reader.cli.context import Context
from tui_reader.library.library import Library

# What a command waits for other programs to let go of the lock.
PATIENCE = 5.0


@contextmanager
def opened(context: Context, *, patient: bool = True) -> Iterator[Library]:
    """Open the library, created with its samples where there is none, and close it after."""
    library = Library.open(context.library, samples=context.samples, patient=patient)
    try:
        if library.warning:
            context.out.say(f"tui-reader: {library.warning}")
        yield library
    finally:
        library.close()
