"""Libraries of made-up papers on disk, made once for each size."""

import subprocess
import time
from pathlib import Path

from benchmarks.search.library import as_jsonl, library, seed_papers
from benchmarks.terminal import python


class Libraries:
    """Below one folder; what is there already is used again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, size: int) -> Path:
        """The library of so many papers."""
        path = self._folder / f"library-{size}"
        if not (path / "catalogue" / "papers").exists():
            self.import_into(path, size)
            forget_session(path)
        return path

    def source(self, size: int) -> Path:
        """A document of so many records."""
        source = self._folder / f"papers-{size}.jsonl"
        if not source.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            lines = as_jsonl(library(size, seed_papers()))
            source.write_text("\n".join(lines), encoding="utf-8")
        return source

    def import_into(self, path: Path, size: int) -> float:
        """Import so many records into the library at `path`; records a second."""
        source = self.source(size)
        command = python("-m", "tui_reader", "--library", str(path), "--no-samples")
        began = time.perf_counter()
        subprocess.run([*command, "import", str(source)], check=True, capture_output=True)
        return size / (time.perf_counter() - began)


def forget_session(library: Path) -> None:
    """The next start is as any but the first, which has a welcome."""
    (library / "session.json").write_text('{"welcomed": true}', encoding="ascii")
