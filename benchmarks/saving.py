"""One save of a large state, beside what TinyDB's own storage takes for the same."""

import json
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tinydb import TinyDB
from tinydb.table import Document, Table

from benchmarks.report import Figure
from tui_reader.library.clock import system_clock
from tui_reader.library.tracker.tracker import Tracker
from tui_reader.papers import Status

TOUCHED = 10_000
BAR = 0.8


class _ByKey(Table):
    document_id_class = str  # type: ignore[assignment]  # TinyDB annotates int, any type works


class _Plain(TinyDB):
    table_class = _ByKey


def measure(rounds: int) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="tui-reader-bench-") as folder:
        here = Path(folder)
        _touch(here)
        firsts, laters, theirs = [], [], []
        for number in range(rounds):
            first, later = _saves(here, number)
            firsts.append(first)
            laters.append(later)
            theirs.append(_their_save(here, number))
        return [
            _beside(f"one save, {TOUCHED} touched", laters, theirs, BAR),
            _beside("the first save of a run, with its copy", firsts, theirs),
        ]


def _touch(directory: Path) -> None:
    tracker = Tracker.open(directory, clock=system_clock)
    tracker.change({_key(n): {"status": Status.QUEUED, "note": "x"} for n in range(TOUCHED)}, "all")
    tracker.close()


def _saves(directory: Path, number: int) -> tuple[float, float]:
    """Milliseconds of the first save, which makes a copy too, and of the one after it."""
    tracker = Tracker.open(directory, clock=system_clock)

    def save(key: str) -> None:
        tracker.change({key: {"note": f"round {number}"}}, "note")
        tracker.flush()

    try:
        return _took(lambda: save(_key(1))), _took(lambda: save(_key(2)))
    finally:
        tracker.close()


def _their_save(directory: Path, number: int) -> float:
    """TinyDB changes a row of the same tables by its own JSONStorage."""
    path = directory / "theirs.json"
    path.write_text(json.dumps(json.loads((directory / "reading.json").read_bytes())))
    with _Plain(path) as database:
        row: object = Document({"note": [f"round {number}", 1, "x"]}, _key(1))  # type: ignore[arg-type]  # ids of ours are texts
        papers = database.table("papers", cache_size=0)
        return _took(lambda: papers.upsert(row))


def _beside(what: str, ours: list[float], theirs: list[float], bar: float | None = None) -> Figure:
    ratio = statistics.median(our / their for our, their in zip(ours, theirs, strict=True))
    middle = statistics.median(ours)
    return Figure(what, middle, peer=middle / ratio, bar=bar, of_ratio=True, against="JSONStorage")


def _key(number: int) -> str:
    return f"{number:012}"


def _took(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
