"""Documents into records, beside reading their bytes; and records into a library."""

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks import newsboat
from benchmarks.libraries import Libraries
from benchmarks.report import Figure
from benchmarks.search.library import made_up_papers, seed_papers
from tui_reader.importers.document import Document
from tui_reader.importers.reading import read_all
from tui_reader.papers import Paper

# As many as a document has where its speed matters: the bytes of a small one never leave the cache.
CARDS = 10_000
AS_OF = date(2026, 11, 20)


def measure(libraries: Libraries, size: int, rounds: int) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="tui-reader-bench-") as folder:
        rate = libraries.import_into(Path(folder) / "library", size)
        peer = _peer_rate(Path(folder), size) if newsboat.is_installed() else None
    what = f"import, {size} JSON records"
    imported = Figure(what, rate, "/s", peer=peer, bar=1000, least=True, against="newsboat")
    return [*_cards(rounds), imported]


def _peer_rate(folder: Path, size: int) -> float:
    papers = made_up_papers(size, seed_papers())
    return size / newsboat.Newsboat(folder, papers).import_seconds


def _cards(rounds: int) -> list[Figure]:
    papers = list(made_up_papers(CARDS, seed_papers()))
    with tempfile.TemporaryDirectory(prefix="tui-reader-bench-") as folder:
        apart, glued = Path(folder) / "apart.txt", Path(folder) / "glued.txt"
        apart.write_text("\n".join(_card(paper, "\n\n") for paper in papers), encoding="utf-8")
        glued.write_text("\n".join(_card(paper, "") for paper in papers), encoding="utf-8")
        pairs = [
            (_rate(lambda: _read(apart)), _rate(lambda: apart.read_text("utf-8")))
            for _ in range(rounds)
        ]
        split = statistics.median(_rate(lambda: _read(glued)) for _ in range(rounds))
    ratio = statistics.median(our / theirs for our, theirs in pairs)
    ours = statistics.median(our for our, _ in pairs)
    return [
        Figure("cards that need no split", ours, "/s", peer=ours / ratio, bar=0.04, of_ratio=True,
               least=True, against="bytes read and decoded"),
        Figure("glued cards", split, "/s", bar=1000, least=True),
    ]  # fmt: skip


def _card(paper: Paper, between: str) -> str:
    day = date.fromisoformat(paper.date)
    names = ", ".join(paper.authors[:3])
    head = f"{paper.category}{day:%b} {day.day}, {day.year}"
    return f"{head}\n{paper.title}{between}{names} et al.\n\n{paper.abstract}\n"


def _read(path: Path) -> None:
    (reading,) = read_all([Document(path.name, path.read_bytes(), AS_OF)])
    assert len(reading.records) == CARDS, len(reading.records)


def _rate(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return CARDS / (time.perf_counter() - began)
