"""From the command to the first useful frame: a paper's row and the footer."""

import shutil
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import newsboat
from benchmarks.report import Figure
from benchmarks.search.library import made_up_papers, seed_papers
from benchmarks.terminal import Terminal, python

BARE = str(Path(__file__).with_name("bare.py"))
# What is painted last of the first frame: the footer's right end.
FOOTER = "quit"
INDEXED = " read"


def bar_for(papers: int) -> float:
    return 1.3 if papers <= 1_000 else 1.5


def reader(library: Path) -> list[str]:
    return python("-m", "tui_reader", "--library", str(library))


def measure(library: Path, papers: int, rounds: int) -> list[Figure]:
    """Pairs taken in turn, the median of each: a loaded machine slows both."""
    first(reader(library), FOOTER)
    pairs = [
        (first(reader(library), FOOTER), first(python(BARE, "hello"), "hello"))
        for _ in range(rounds)
    ]
    return [_paired(f"first useful frame, {papers} papers", pairs, bar_for(papers))]


def beside_newsboat(library: Path, papers: int, rounds: int) -> list[Figure]:
    """Nothing where it is not installed."""
    if not newsboat.is_installed():
        return []
    with tempfile.TemporaryDirectory(prefix="tui-reader-bench-") as folder:
        peer = newsboat.Newsboat(Path(folder), made_up_papers(papers, seed_papers()))
        pairs = [(first(reader(library), FOOTER), peer.first_rows()) for _ in range(rounds)]
    return [_paired(f"first useful frame v newsboat, {papers}", pairs, against="newsboat")]


def searchable(library: Path, papers: int, rounds: int) -> list[Figure]:
    """Everything searchable, abstracts too, with the index on disk and without; and memory."""
    made = [_searchable(library, anew=True) for _ in range(rounds)]
    kept = [_searchable(library, anew=False) for _ in range(rounds)]
    memory = statistics.median(memory for *_, memory in made) / papers
    return [
        _paired(f"all searchable, {papers}, index made", [pair[:2] for pair in made], 12),
        _paired(f"all searchable, {papers}, index on disk", [pair[:2] for pair in kept], 3),
        Figure(f"memory a paper, {papers}", memory, "kB", bar=_memory_bar(papers)),
    ]


def forget_index(library: Path) -> None:
    """The next start makes it anew."""
    shutil.rmtree(library / "catalogue" / "index", ignore_errors=True)


def _searchable(library: Path, *, anew: bool) -> tuple[float, float, float]:
    """Seconds until idle, those of the floor, and kB of memory above the floor."""
    if anew:
        forget_index(library)
    with Terminal(python(BARE, "hello")) as bare:
        floor = bare.wait_for("hello")
        bare.settle(0.3)
        empty = bare.memory()
    with Terminal(reader(library)) as terminal:
        terminal.wait_for(INDEXED)
        ready = terminal.idle()
        return ready, floor, terminal.memory() - empty


def _paired(
    what: str,
    pairs: Sequence[tuple[float, float]],
    bar: float | None = None,
    against: str = "bare app",
) -> Figure:
    """The middle of our seconds, and of the ratios to neighbours in time."""
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    middle = statistics.median(ours for ours, _ in pairs) * 1000
    return Figure(what, middle, peer=middle / ratio, bar=bar, of_ratio=True, against=against)


def _memory_bar(papers: int) -> float | None:
    """The promise is made for large libraries, where the program itself counts for little; a
    million papers are to fit into 3 GB."""
    if papers >= 1_000_000:
        return 3 * 1024**2 / papers
    return 4.5 if papers >= 100_000 else None


def first(command: list[str], text: str) -> float:
    with Terminal(command) as terminal:
        return terminal.wait_for(text)
