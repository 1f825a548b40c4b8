"""make bench: every promise about speed, measured beside its floor or peer in the same run."""

import argparse
import compileall
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import (
    bulk,
    changing,
    holding,
    importing,
    letters,
    meanwhile,
    moving,
    refilling,
    saving,
    searchable,
    sorting,
    starting,
)
from benchmarks.libraries import Libraries
from benchmarks.report import Figure, as_json, as_table, from_json
from benchmarks.search.__main__ import measure as measure_search
from benchmarks.search.library import SEEDS

ROOT = Path(__file__).parent.parent
# Of fzf's answers to hundreds of queries: above this they take minutes.
_MOST_JUDGED = 10_000
_TYPED = 20
# From so many on it is told what changing all of them takes.
_MANY = 10_000


class Run(NamedTuple):
    """`sizes` ascend; what is measured at one size only is measured at the largest."""

    libraries: Libraries
    sizes: Sequence[int]
    rounds: int
    keys: int

    @property
    def largest(self) -> tuple[Path, int]:
        return self.libraries.of(self.sizes[-1]), self.sizes[-1]

    def each(self) -> Iterator[tuple[Path, int]]:
        return ((self.libraries.of(size), size) for size in self.sizes)


def _start(run: Run) -> Iterator[Figure]:
    for library, size in run.each():
        yield from starting.measure(library, size, run.rounds)
        yield from starting.beside_newsboat(library, size, run.rounds)
        yield from searchable.measure(library, size, run.rounds)


def _keys(run: Run) -> Iterator[Figure]:
    yield from moving.measure([(size, library) for library, size in run.each()], run.keys)
    for library, size in run.each():
        yield from letters.measure(library, size, building=False)
    yield from letters.measure(*run.largest, building=True)
    yield from holding.measure(*run.largest)


def _lists(run: Run) -> Iterator[Figure]:
    for library, size in run.each():
        yield from refilling.measure(library, size, run.rounds)
    yield from sorting.measure(*run.largest, run.rounds)


def _changes(run: Run) -> Iterator[Figure]:
    library, size = run.largest
    yield from changing.measure(library, size, run.rounds)
    yield from saving.measure(run.rounds)
    for each, papers in run.each():
        if papers >= _MANY:
            yield from bulk.measure(each, papers, run.rounds)
    yield from meanwhile.elsewhere(library, size, run.rounds)
    yield from meanwhile.deciding(library, size)


def _import(run: Run) -> Iterator[Figure]:
    yield from importing.measure(run.libraries, run.sizes[-1], run.rounds)
    yield from meanwhile.importing(run.libraries, run.sizes[-1])


def _search(run: Run) -> Iterator[Figure]:
    for size in run.sizes:
        parts = ("building", "typing", *(("quality",) if size <= _MOST_JUDGED else ()))
        yield from measure_search(size, parts, SEEDS, _TYPED)


PARTS: dict[str, Callable[[Run], Iterable[Figure]]] = {
    "start": _start,
    "keys": _keys,
    "lists": _lists,
    "changes": _changes,
    "import": _import,
    "search": _search,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 1 when a figure misses its bar."""
    options = _options(arguments)
    _compile()
    with tempfile.TemporaryDirectory(prefix="tui-reader-bench-") as folder:
        libraries = Libraries(options.keep or Path(folder))
        run = Run(libraries, options.sizes, options.rounds, options.keys)
        figures = [figure for part in options.parts or PARTS for figure in _told(PARTS[part](run))]
    before = from_json(options.before) if options.before else ()
    print(as_json(figures) if options.json else as_table(figures, before))
    return int(any(figure.passed is False for figure in figures))


def _told(figures: Iterable[Figure]) -> Iterator[Figure]:
    """A run takes minutes: each figure is told as it is taken."""
    for figure in figures:
        print(f"{figure.what}: {figure.value:.2f} {figure.unit}", file=sys.stderr, flush=True)
        yield figure


def _compile() -> None:
    """Starts are measured with bytecode at hand, as in an installed package."""
    compileall.compile_dir(ROOT / "tui_reader", quiet=1)
    os.environ.setdefault("PYTHONPATH", str(ROOT))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="|".join(PARTS))
    parser.add_argument("--sizes", type=_sizes, default=[1_000, 10_000], metavar="N,N")
    parser.add_argument("--rounds", type=int, default=7, help="paired runs of each figure")
    parser.add_argument("--keys", type=int, default=40, help="keys pressed at each size")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the libraries here")
    parser.add_argument("--json", action="store_true", help="for a later --before")
    parser.add_argument("--before", type=Path, metavar="FILE", help="an earlier run to compare to")
    return parser.parse_args(arguments)


def _sizes(text: str) -> list[int]:
    return sorted(int(size) for size in text.split(","))


if __name__ == "__main__":
    sys.exit(main())
