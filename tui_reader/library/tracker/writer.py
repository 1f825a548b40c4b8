"""The one thread that saves: it takes all that waits and makes one write of it."""

import threading
import time
from collections.abc import Callable
from typing import NamedTuple

from tui_reader.library.errors import (
    Damaged,
    DeletedOutside,
    LibraryError,
    Locked,
    NewerVersion,
)

RETRY = 1.0
LOOK_AGAIN = 0.5
# Seconds: longer than any disk that works takes for a hundred thousand changes.
LONGEST = 30.0


class Saving(NamedTuple):
    """`state` is saved, saving, waiting, failed or read-only; `message` says why."""

    state: str
    message: str = ""


class Writer:
    """Calls `save`, which returns how many steps it wrote and raises LibraryError, in a thread
    that is started by the first `wake` and ended by `close`."""

    def __init__(self, save: Callable[[Callable[[Locked], None]], int]) -> None:
        self._save = save
        self._condition = threading.Condition()
        self._thread: threading.Thread | None = None
        self._queued = 0
        self._done = 0
        self._attempts = 0
        self._failure: LibraryError | None = None
        self._waiting: Locked | None = None
        self._told = False
        self._closing = False
        self._nudged = False

    def wake(self) -> None:
        """One more step waits to be saved."""
        with self._condition:
            self._queued += 1
            self._told = False
            self._nudged = True
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
                self._thread.start()
            self._condition.notify_all()

    def retry(self) -> None:
        """Try a failed save again now."""
        with self._condition:
            self._nudged = True
            self._condition.notify_all()

    @property
    def saving(self) -> Saving:
        with self._condition:
            if self._queued == self._done:
                return Saving("saved")
            if self._waiting:
                return Saving("waiting", _waiting_for(self._waiting))
            if self._failure:
                return Saving("failed", self._failure.message)
            return Saving("saving")

    def flush(self, timeout: float | None) -> None:
        """Wait until all that was queued so far is on disk, or raise why an attempt failed.

        With a timeout Locked or CannotSave also when it has passed; a save of very many changes
        that goes well is waited for longer.
        """
        began = time.monotonic()
        with self._condition:
            target, attempts = self._queued, self._attempts
            self._nudged = True
            self._condition.notify_all()
            while self._done < target:
                goes_well = self._waiting is None and self._failure is None
                limit = timeout if timeout is None or not goes_well else max(timeout, LONGEST)
                left = None if limit is None else began + limit - time.monotonic()
                overdue = left is not None and left <= 0
                if (self._failure and self._attempts > attempts) or overdue:
                    self._told = True
                    raise self._reason()
                if self._thread and not self._thread.is_alive():
                    raise LibraryError("the writer ended unexpectedly; nothing more is saved")
                self._condition.wait(LOOK_AGAIN if left is None else min(left, LOOK_AGAIN))

    def close(self, timeout: float) -> None:
        """Save what waits and end the thread; raises why not, unless `flush` told already."""
        with self._condition:
            self._closing = True
            self._condition.notify_all()
        if self._thread:
            self._thread.join(timeout)
        with self._condition:
            if self._done < self._queued and not self._told:
                raise self._reason()

    def _reason(self) -> LibraryError:
        if reason := self._waiting or self._failure:
            return reason
        return LibraryError("saving takes too long")

    def _run(self) -> None:
        while self._wait_for_work():
            try:
                count = self._save(self._wait_told)
            except LibraryError as failure:
                self._end_attempt(0, failure)
            else:
                self._end_attempt(count, None)

    def _wait_for_work(self) -> bool:
        """False when the thread may end: nothing waits, or closing and tried in vain."""
        with self._condition:
            if self._failure:
                if self._closing:
                    return False
                pause = None if _needs_help(self._failure) else RETRY
                self._condition.wait_for(lambda: self._nudged or self._closing, pause)
                self._nudged = False
                return True
            while self._queued == self._done:
                if self._closing:
                    return False
                self._condition.wait()
            self._nudged = False
            return True

    def _wait_told(self, holder: Locked) -> None:
        with self._condition:
            self._waiting = holder

    def _end_attempt(self, count: int, failure: LibraryError | None) -> None:
        with self._condition:
            self._done += count
            self._attempts += 1
            self._failure = failure
            self._waiting = failure if isinstance(failure, Locked) else None
            self._condition.notify_all()


def _needs_help(failure: LibraryError) -> bool:
    """Trying again by itself cannot help, or must not be done unasked."""
    return isinstance(failure, DeletedOutside | Damaged | NewerVersion)


def _waiting_for(holder: Locked) -> str:
    if not holder.pid:
        return "waiting for another process"
    return f"waiting for process {holder.pid} on {holder.host}"
