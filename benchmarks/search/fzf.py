"""The peer: `fzf --filter` from the distribution, one line a paper."""

import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tui_reader.papers import Paper


class Fzf:
    """Over titles and authors, and abstracts too where asked. Usable as a context."""

    def __init__(self, papers: Sequence[Paper], *, abstracts: bool = False) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._file = Path(self._folder.name) / "papers.tsv"
        self._empty = Path(self._folder.name) / "empty.tsv"
        self._empty.touch()
        with self._file.open("w", encoding="utf-8") as file:
            for position, paper in enumerate(papers):
                text = f"{paper.title} {' '.join(paper.authors)}"
                text += f" {paper.abstract}" if abstracts else ""
                file.write(f"{position}\t{' '.join(text.split())}\n")
        self.start = statistics.median(self.seconds("a", self._empty) for _ in range(7))

    def __enter__(self) -> "Fzf":
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def find(self, query: str, count: int = 50) -> list[int]:
        return [int(line.split("\t", 1)[0]) for line in self._run(query, self._file)[:count]]

    def search_seconds(self, query: str) -> float:
        """One search without the time the program takes to start."""
        return max(0.0, self.seconds(query, self._file) - self.start)

    def seconds(self, query: str, file: Path) -> float:
        began = time.perf_counter()
        self._run(query, file)
        return time.perf_counter() - began

    def _run(self, query: str, file: Path) -> list[str]:
        with file.open(encoding="utf-8") as lines:
            done = subprocess.run(
                ["fzf", "--filter", query, "--delimiter", "\t", "--nth", "2.."],
                stdin=lines,
                stdout=subprocess.PIPE,
                encoding="utf-8",
                check=False,  # 1 means that nothing was found
            )
        return done.stdout.splitlines()


def is_installed() -> bool:
    return shutil.which("fzf") is not None
