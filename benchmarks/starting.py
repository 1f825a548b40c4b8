"""From the command to the first useful frame: a paper's row and the footer."""

import shutil
import statistics
from pathlib import Path

from benchmarks.report import Figure
from benchmarks.terminal import Terminal, python

BARE = str(Path(__file__).with_name("bare.py"))
# What is painted last of the first frame: the footer's right end.
FOOTER = "quit"
INDEXED = " read · "


def bar_for(papers: int) -> float:
    return 1.3 if papers <= 1_000 else 1.5


def reader(library: Path) -> list[str]:
    return python("-m", "tui_reader", "--library", str(library))


def measure(library: Path, papers: int, rounds: int) -> list[Figure]:
    """Pairs taken in turn, the median of each: a loaded machine slows both."""
    first(reader(library), FOOTER)
    ours: list[float] = []
    floors: list[float] = []
    for _ in range(rounds):
        floors.append(first(python(BARE, "hello"), "hello"))
        ours.append(first(reader(library), FOOTER))
    ratio = statistics.median(our / floor for our, floor in zip(ours, floors, strict=True))
    middle = statistics.median(ours) * 1000
    what = f"first useful frame, {papers} papers"
    return [Figure(what, middle, peer=middle / ratio, bar=bar_for(papers), of_ratio=True)]


def searchable(library: Path, papers: int) -> list[Figure]:
    """Everything searchable, abstracts too, and the memory that takes: in a start that makes the
    index, and in the next one, which finds it on disk."""
    shutil.rmtree(library / "catalogue" / "index", ignore_errors=True)
    return [
        *_searchable(library, papers, "index made", bar=12),
        *_searchable(library, papers, "index on disk", bar=3),
    ]


def _searchable(library: Path, papers: int, how: str, bar: float) -> list[Figure]:
    with Terminal(python(BARE, "hello")) as bare:
        floor = bare.wait_for("hello")
        bare.settle(0.3)
        empty = bare.memory()
    with Terminal(reader(library)) as terminal:
        titles = terminal.wait_for(INDEXED)
        ready = terminal.idle()
        taken = terminal.memory() - empty
    what = f"{papers}, {how}"
    return [
        Figure(f"titles searchable, {what}", titles * 1000, peer=floor * 1000),
        Figure(f"all searchable, {what}", ready * 1000, peer=floor * 1000, bar=bar, of_ratio=True),
        Figure(f"memory a paper, {what}", taken / papers, "kB", bar=_memory_bar(papers)),
    ]


def _memory_bar(papers: int) -> float | None:
    """The promise is made for large libraries, where the program itself counts for little; a
    million papers are to fit into 3 GB."""
    if papers >= 1_000_000:
        return 3 * 1024**2 / papers
    return 4.5 if papers >= 100_000 else None


def first(command: list[str], text: str) -> float:
    with Terminal(command) as terminal:
        return terminal.wait_for(text)
