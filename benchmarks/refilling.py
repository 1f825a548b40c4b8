"""Showing another listing: what that takes of the screen's thread, and until it is painted."""

import asyncio
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from textual.widgets import OptionList

from benchmarks.bare import TITLE, Options
from benchmarks.letters import CLEAR
from benchmarks.report import Figure
from benchmarks.starting import reader
from benchmarks.watched import Watched
from tui_reader.library import Library
from tui_reader.tui.app import ReaderApp
from tui_reader.tui.config import Config
from tui_reader.tui.desk.desk import Desk
from tui_reader.tui.desk.listing import Filter

BARS = {15_000: 10.0, 150_000: 25.0}
FRAME_BAR = 50
SIZE = (120, 40)
# An OptionList takes seconds for more.
MOST_OPTIONS = 15_000
# Every title has one of these letters.
QUERY = b"title:e"


def measure(library: Path, papers: int, rounds: int) -> Iterator[Figure]:
    bar = next((bar for most, bar in BARS.items() if papers <= most), None)
    ours = asyncio.run(_ours(library, rounds))
    peer = asyncio.run(_theirs(papers, rounds)) if papers <= MOST_OPTIONS else None
    what = f"refill, {papers} hits, on the screen's thread"
    yield Figure(what, ours, bar=bar, peer=peer, against="OptionList")
    yield from _in_reader(library, papers, rounds)


async def _ours(directory: Path, rounds: int) -> float:
    with tempfile.TemporaryDirectory(prefix="tui-reader-bench-") as folder:
        copy = Path(folder) / "library"
        shutil.copytree(directory, copy)
        library = Library.open(copy)
        app = ReaderApp(Desk(library, Config()))
        async with app.run_test(size=SIZE) as pilot:
            await app.workers.wait_for_complete()
            listings = [app.desk.listed(Filter(reverse=reverse)) for reverse in (True, False)]
            times = []
            for number in range(2 * rounds):
                began = time.thread_time()
                app.home.take_listing(listings[number % 2], None)
                await pilot.pause()
                times.append((time.thread_time() - began) * 1000)
        library.close()
    return statistics.median(times)


async def _theirs(rows: int, rounds: int) -> float:
    app, times = Options(rows), []
    async with app.run_test(size=SIZE) as pilot:
        options = app.query_one(OptionList)
        for _ in range(rounds):
            began = time.thread_time()
            options.clear_options()
            options.add_options([f"Row {i:07d} {TITLE}" for i in range(rows)])
            await pilot.pause()
            times.append((time.thread_time() - began) * 1000)
    return statistics.median(times)


def _in_reader(library: Path, papers: int, rounds: int) -> Iterator[Figure]:
    with Watched(reader(library)) as terminal:
        terminal.ready()
        times = []
        for _ in range(rounds):
            terminal.press(b"/")
            for letter in QUERY:
                terminal.press(bytes([letter]))
            assert "exact of" in terminal.lines[0], terminal.lines[0]
            times.append(terminal.frame(CLEAR))
            assert "exact of" not in terminal.lines[0], terminal.lines[0]
            terminal.press(b"\x1b")
        middle = statistics.median(times)
        yield Figure(f"filter cleared to frame, {papers}", middle, bar=FRAME_BAR)
