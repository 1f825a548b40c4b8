"""python -m benchmarks.search [typing] [quality] [building] [--sizes 1000,10000] [--json]"""

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.report import Figure, as_json, as_table
from benchmarks.search import quality, typing_speed
from benchmarks.search.building import build
from benchmarks.search.fzf import is_installed
from benchmarks.search.library import SEEDS, library, seed_papers
from benchmarks.search.queries import known_items

PARTS = ("building", "typing", "quality")


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 1 when a figure misses its bar."""
    options = _options(arguments)
    figures: list[Figure] = []
    for size in options.sizes:
        figures += measure(size, options.parts or PARTS, options.seeds, options.queries)
    print(as_json(figures) if options.json else as_table(figures))
    return int(any(figure.passed is False for figure in figures))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.search", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="|".join(PARTS))
    parser.add_argument("--sizes", type=_sizes, default=[1_000, 10_000])
    parser.add_argument("--queries", type=int, default=20, help="queries typed for the speed")
    parser.add_argument("--seeds", type=Path, default=SEEDS, help="folder of real cards")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(arguments)


def _sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",")]


def measure(size: int, parts: Sequence[str], seeds: Path, count: int) -> list[Figure]:
    real = seed_papers(seeds)
    items = known_items(real)
    papers = library(size, real)
    gc.collect()
    gc.freeze()
    index, figures = build(papers)
    if "building" not in parts:
        figures = []
    if "typing" in parts:
        queries = typing_speed.typed_queries(items, count)
        figures += typing_speed.measure(papers, index, queries)
        if is_installed():
            p95 = next(
                f.value for f in figures if f.what.startswith("key, titles and authors, p95")
            )
            figures.append(typing_speed.measure_peer(papers, queries, p95))
    if "quality" in parts:
        if not is_installed():
            print("fzf is not installed: quality needs it as its peer", file=sys.stderr)
        else:
            figures += quality.measure(papers, index, items)
    return figures


if __name__ == "__main__":
    sys.exit(main())
