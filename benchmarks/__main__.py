"""make bench: every promise about speed, measured beside its floor or peer in the same run."""

import argparse
import compileall
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import changing, moving, starting
from benchmarks.libraries import Libraries
from benchmarks.report import Figure, as_json, as_table
from benchmarks.search.__main__ import measure as measure_search
from benchmarks.search.library import SEEDS

ROOT = Path(__file__).parent.parent
PARTS = ("start", "keys", "changes", "import", "search")


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 1 when a figure misses its bar."""
    options = _options(arguments)
    _compile()
    with tempfile.TemporaryDirectory(prefix="tui-reader-bench-") as folder:
        libraries = Libraries(options.keep or Path(folder))
        figures = list(_measured(options, libraries))
    print(as_json(figures) if options.json else as_table(figures))
    return int(any(figure.passed is False for figure in figures))


def _measured(options: argparse.Namespace, libraries: Libraries) -> Iterator[Figure]:
    sizes: list[int] = options.sizes
    parts = options.parts or PARTS
    if "start" in parts:
        for size in sizes:
            yield from starting.measure(libraries.of(size), size, options.rounds)
            yield from starting.searchable(libraries.of(size), size)
    if "keys" in parts:
        yield from moving.measure([(size, libraries.of(size)) for size in sizes], options.keys)
    if "changes" in parts:
        yield from changing.measure(libraries.of(sizes[-1]), sizes[-1])
    if "import" in parts:
        yield _import_rate(libraries, sizes[-1])
    if "search" in parts:
        for size in sizes:
            yield from measure_search(size, ("building", "typing"), SEEDS, 20)


def _import_rate(libraries: Libraries, size: int) -> Figure:
    with tempfile.TemporaryDirectory(prefix="tui-reader-bench-") as folder:
        rate = libraries.import_into(Path(folder) / "library", size)
    return Figure(f"import, {size} JSON records", rate, "/s", bar=1000, least=True)


def _compile() -> None:
    """Starts are measured with bytecode at hand, as in an installed package."""
    compileall.compile_dir(ROOT / "tui_reader", quiet=1)
    os.environ.setdefault("PYTHONPATH", str(ROOT))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="|".join(PARTS))
    parser.add_argument("--sizes", type=_sizes, default=[1_000, 10_000], metavar="N,N")
    parser.add_argument("--rounds", type=int, default=7, help="paired starts of each size")
    parser.add_argument("--keys", type=int, default=40, help="keys pressed at each size")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the libraries here")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(arguments)


def _sizes(text: str) -> list[int]:
    return sorted(int(size) for size in text.split(","))


if __name__ == "__main__":
    sys.exit(main())
