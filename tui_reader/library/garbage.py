"""Garbage collection put off while very many objects are made that all stay; memory given back."""

import gc
import threading
from contextlib import suppress
from types import TracebackType

# So many more than before are there to stay: looking through them would halt all threads.
MANY = 50_000


class _PutOff:
    """A context that several threads may be in at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside = 0
        self._was_on = False

    def __enter__(self) -> None:
        with self._lock:
            if not self._inside:
                self._was_on = gc.isenabled()
                gc.disable()
            self._inside += 1

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._lock:
            self._inside -= 1
            if gc.get_count()[0] > MANY:
                gc.freeze()
            if not self._inside and self._was_on:
                gc.enable()

    def no_longer(self) -> None:
        """Whoever has turned it off wants it on again: at once, or when all are out."""
        with self._lock:
            self._was_on = True
            if not self._inside:
                gc.enable()


# Looking through them again and again takes a third of the time and halts all threads.
not_collected = _PutOff()


def give_back() -> None:
    """Let the system have what very many objects took that are gone now.

    The C library keeps it for more of their kind, though tables of another size come next.
    """
    # Imported here, as it is slow to load and seldom needed.
    import ctypes

    with suppress(OSError, AttributeError):
        # Only glibc has it.
        ctypes.CDLL(None).malloc_trim(0)
