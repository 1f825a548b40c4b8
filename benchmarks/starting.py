"""From the command to the first useful frame: a paper's row and the footer."""

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
    return [paired(f"first useful frame, {papers} papers", pairs, bar_for(papers))]


def beside_newsboat(library: Path, papers: int, rounds: int) -> list[Figure]:
    """Nothing where it is not installed."""
    if not newsboat.is_installed():
        return []
    with tempfile.TemporaryDirectory(prefix="tui-reader-bench-") as folder:
        peer = newsboat.Newsboat(Path(folder), made_up_papers(papers, seed_papers()))
        pairs = [(first(reader(library), FOOTER), peer.first_rows()) for _ in range(rounds)]
    return [paired(f"first useful frame v newsboat, {papers}", pairs, against="newsboat")]


def paired(
    what: str,
    pairs: Sequence[tuple[float, float]],
    bar: float | None = None,
    against: str = "bare app",
) -> Figure:
    """The middle of our seconds, and of the ratios to neighbours in time."""
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    middle = statistics.median(ours for ours, _ in pairs) * 1000
    return Figure(what, middle, peer=middle / ratio, bar=bar, of_ratio=True, against=against)


def first(command: list[str], text: str) -> float:
    with Terminal(command) as terminal:
        return terminal.wait_for(text)
