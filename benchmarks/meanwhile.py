"""What goes on beside the screen while keys are pressed: imports, decisions, other processes."""

import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.libraries import Libraries
from benchmarks.report import Figure
from benchmarks.starting import FOOTER, reader
from benchmarks.terminal import python
from benchmarks.watched import Answered, Watched, keys_p95, middle, p95

KEYS_BAR = 50
# Shown within two seconds.
SHOWN_BAR = 2000
# Seconds of keys after a correction, which has the papers made anew.
AFTER = 3
ROUNDS_OF_IMPORT = 3


def importing(libraries: Libraries, size: int) -> Iterator[Figure]:
    """Documents named at the start come while the reader is open."""
    answers = [_imported(libraries.source(size)) for _ in range(ROUNDS_OF_IMPORT)]
    took = middle(answers)
    yield Figure(f"{size} records imported in the reader", size / took * 1000, "/s")
    yield Figure(f"key meanwhile, p95, {size} imported", keys_p95(answers), bar=KEYS_BAR)


def _imported(source: Path) -> Answered:
    with tempfile.TemporaryDirectory(prefix="tui-reader-bench-") as folder:
        began = time.perf_counter()
        with Watched([*reader(Path(folder) / "library"), str(source)]) as terminal:
            terminal.wait_for(FOOTER)
            return terminal.moves_until(lambda: _says(terminal, "imported:"), began)


def elsewhere(library: Path, papers: int, rounds: int) -> Iterator[Figure]:
    """Another process marks papers while the reader is open."""
    with tempfile.TemporaryDirectory(prefix="tui-reader-bench-") as folder:
        copy = Path(folder) / "library"
        shutil.copytree(library, copy)
        with Watched(reader(copy)) as terminal:
            terminal.ready()
            answers = [_marked(terminal, copy, number) for number in range(rounds)]
    yield Figure(f"marked elsewhere to shown, {papers}", middle(answers), bar=SHOWN_BAR)
    yield Figure(f"key meanwhile, p95, marked elsewhere, {papers}", keys_p95(answers), bar=KEYS_BAR)


def _marked(terminal: Watched, library: Path, number: int) -> Answered:
    """From the end of the other process to its toast."""
    ended: list[float] = []

    def mark() -> None:
        status = ("queued", "reading")[number % 2]
        command = python("-m", "tui_reader", "--library", str(library), "mark", status)
        subprocess.run([*command, "--query", "category:CV"], check=True, capture_output=True)
        ended.append(time.perf_counter())

    terminal.moves_until(lambda: not _says(terminal, "elsewhere"))
    process = threading.Thread(target=mark)
    process.start()
    answer = terminal.moves_until(lambda: _says(terminal, "elsewhere"))
    shown = time.perf_counter()
    process.join()
    return Answered(max(shown - ended[0], 0.0) * 1000, answer.keys)


def deciding(library: Path, papers: int) -> Iterator[Figure]:
    """A title is corrected, and that undone: all papers are made anew."""
    with tempfile.TemporaryDirectory(prefix="tui-reader-bench-") as folder:
        copy = Path(folder) / "library"
        shutil.copytree(library, copy)
        with Watched(reader(copy)) as terminal:
            terminal.ready()
            for key in (b"c", b"x", b"\r"):
                terminal.press(key)
            times = []
            for key, said in ((b"\r", "corrected"), (b"u", "undone")):
                times += terminal.answered(key, partial(_answers, terminal, said)).keys
                times += terminal.moves_until(partial(_is_past, time.perf_counter() + AFTER)).keys
    yield Figure(f"key after a correction, p95, {papers}", p95(times), bar=KEYS_BAR)


def _answers(terminal: Watched, text: str) -> bool:
    return text in terminal.status


def _is_past(moment: float) -> bool:
    return time.perf_counter() > moment


def _says(terminal: Watched, text: str) -> bool:
    """In a toast."""
    return any(text in line for line in terminal.lines)
