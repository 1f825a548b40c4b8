"""A program of its own that saves: what the crash and process tests start and kill.

python -m tests.library.driver DIRECTORY seed COUNT
python -m tests.library.driver DIRECTORY write WORKER COUNT   prints `ACK key number` once saved
python -m tests.library.driver DIRECTORY dump                 prints {key: number} as JSON
"""

import importlib
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tui_reader.library.errors import LibraryError
from tui_reader.library.tracker.tracker import Tracker
from tui_reader.papers import Status

KEYS = 50
# Set: saves by TinyDB's own storage.
PLAIN = "TUI_READER_TESTS_PLAIN_STORAGE"


def seed(directory: Path, count: str) -> None:
    tracker = Tracker.open(directory)
    keys = (f"base-{n}" for n in range(int(count)))
    tracker.change(
        {key: {"status": Status.QUEUED, "queued_at": 1, "note": "n" * 80} for key in keys}, "seeded"
    )
    tracker.flush()
    tracker.close()


def write(directory: Path, worker: str, count: str) -> None:
    tracker = Tracker.open(directory)
    start = time.time_ns() // 1_000_000
    for number in range(start, start + int(count)):
        key = f"{worker}-{number % KEYS}"
        fields = {
            "status": Status.QUEUED,
            "queued_at": number,
            "note": "n" * (number % 300),
            "tags": {"x": True},
        }
        tracker.change({key: fields}, "written")
        tracker.flush()
        print(f"ACK {key} {number}", flush=True)
    tracker.close()


def dump(directory: Path) -> None:
    print(json.dumps(numbers(directory)))


def numbers(directory: Path) -> dict[str, int | None]:
    tracker = Tracker.open(directory, read_only=True)
    return {key: tracker.state([key]).queued_at for key in tracker.touched()}


if __name__ == "__main__":
    if PLAIN in os.environ:
        importlib.import_module("tests.library.plain_storage")
    commands: dict[str, Callable[..., None]] = {"seed": seed, "write": write, "dump": dump}
    try:
        commands[sys.argv[2]](Path(sys.argv[1]), *sys.argv[3:])
    except LibraryError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
