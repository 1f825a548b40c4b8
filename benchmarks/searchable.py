"""From the command to an answer from everything, abstracts too, however little is at hand."""

import os
import re
import shutil
import statistics
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.libraries import forget_session
from benchmarks.report import Figure
from benchmarks.starting import BARE, FOOTER, INDEXED, paired, reader
from benchmarks.terminal import ROWS, Terminal, python
from tui_reader.library import Library
from tui_reader.search.results import Results

_BAR, _BAR_WITH_INDEX = 12, 3
_LONG_WORD = re.compile("[a-z]{9,}")


def measure(library: Path, papers: int, rounds: int) -> Iterator[Figure]:
    """With the index on disk and without, in the page cache and not; and memory."""
    word, title = _told_by_one_abstract(library)
    for bar, name, indexed in (
        (_BAR_WITH_INDEX, "index on disk", True),
        (_BAR, "no index", False),
    ):
        for cold in (False, True):
            pairs = [
                (_answered(library, word, title, indexed=indexed, cold=cold), _floor())
                for _ in range(rounds)
            ]
            what = f"all searchable, {papers}, {name}{', cold' * cold}"
            yield paired(what, pairs, _BAR if cold else bar)
    made = [_idle(library) for _ in range(rounds)]
    yield paired(f"index made, {papers}", [pair[:2] for pair in made])
    memory = statistics.median(memory for *_, memory in made) / papers
    yield Figure(f"memory a paper, {papers}", memory, "kB", bar=_memory_bar(papers))


def forget_index(library: Path) -> None:
    """The next start makes it anew."""
    shutil.rmtree(library / "catalogue" / "index", ignore_errors=True)


def forget_pages(library: Path) -> None:
    """The next start reads all files of the library from the disk."""
    for path in library.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _told_by_one_abstract(directory: Path) -> tuple[str, str]:
    """A word that nothing else finds, and one of the title of what it finds."""
    library = Library.open(directory)
    try:
        library.keep_index()
        papers = Counter[str]()
        for paper in library.papers:
            papers.update(set(_LONG_WORD.findall(paper.abstract.lower())))
        once = (word for word, count in papers.items() if count == 1)
        return next((word, title) for word in once if (title := _title(library.search(word))))
    finally:
        library.close()


def _title(found: Results) -> str:
    """The longest word of the only paper's title, where only the abstract tells of it and the first
    frame does not."""
    hit = found.hits[0]
    on_screen = found.positions[0] < ROWS
    if found.exact != 1 or on_screen or set(hit.fields) != {"abstract"}:
        return ""
    return max(hit.paper.title.split(), key=len, default="")


def _answered(library: Path, word: str, title: str, *, indexed: bool, cold: bool) -> float:
    """Seconds until the paper is found, with the word typed as soon as there is a frame."""
    if not indexed:
        forget_index(library)
    if cold:
        forget_pages(library)
    with Terminal(reader(library)) as terminal:
        terminal.wait_for(FOOTER)
        terminal.send(b"/" + word.encode())
        moment = terminal.wait_for(title)
    # The query is kept for the next start.
    forget_session(library)
    return moment


def _floor() -> float:
    with Terminal(python(BARE, "hello")) as bare:
        return bare.wait_for("hello")


def _idle(library: Path) -> tuple[float, float, float]:
    """Seconds until the index is made, those of the floor, and kB of memory above the floor."""
    forget_index(library)
    with Terminal(python(BARE, "hello")) as bare:
        floor = bare.wait_for("hello")
        bare.settle(0.3)
        empty = bare.memory()
    with Terminal(reader(library)) as terminal:
        terminal.wait_for(INDEXED)
        ready = terminal.idle()
        return ready, floor, terminal.memory() - empty


def _memory_bar(papers: int) -> float | None:
    """The promise is made for large libraries, where the program itself counts for little; a
    million papers are to fit into 3 GB."""
    if papers >= 1_000_000:
        return 3 * 1024**2 / papers
    return 4.5 if papers >= 100_000 else None
