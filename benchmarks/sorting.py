"""The list in another order: what making it takes, and the keys pressed meanwhile."""

import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.report import Figure
from benchmarks.starting import reader
from benchmarks.watched import Answered, Watched, keys_p95, middle
from tui_reader.library import Library
from tui_reader.papers import Status
from tui_reader.search.building import build_titles
from tui_reader.search.corpus import Corpus
from tui_reader.search.sort import Sort
from tui_reader.search.sorting import order

BAR = 150
KEYS_BAR = 50
TOUCHED = 1_000
RULE = 1
# The keys of `s`, and the order as the rule above the list names it.
KEYS = {b"t": "by title", b"a": "by author", b"c": "by category", b"x": "by score"}


def measure(library: Path, papers: int, rounds: int) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="tui-reader-bench-") as folder:
        copy = Path(folder) / "library"
        shutil.copytree(library, copy)
        yield from _orders(_corpus(copy), papers, rounds)
        yield from _in_reader(copy, papers, rounds)


def _corpus(directory: Path) -> Corpus:
    """With scores of all kinds, and papers that the reader touched."""
    library, rng = Library.open(directory), random.Random(7)
    chosen = rng.sample(range(len(library.papers)), min(TOUCHED, len(library.papers) // 2))
    for number, status in enumerate(Status):
        library.mark([library.papers[place] for place in chosen[number :: len(Status)]], status)
    scored = [
        paper._replace(score=rng.choice((None, rng.randrange(1000) / 10)), abstracts=())
        for paper in library.papers
    ]
    corpus = Corpus(scored, build_titles(scored), library.state, chosen)
    library.close()
    return corpus


def _orders(corpus: Corpus, papers: int, rounds: int) -> Iterator[Figure]:
    for sort in Sort:
        slower = max(
            statistics.median(_made(corpus, sort, reverse) for _ in range(rounds))
            for reverse in (False, True)
        )
        yield Figure(f"order by {sort} or reversed, {papers}", slower, bar=BAR)


def _made(corpus: Corpus, sort: Sort, reverse: bool) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    assert len(order(corpus, sort, reverse)) == len(corpus)
    return (time.perf_counter() - began) * 1000


def _in_reader(library: Path, papers: int, rounds: int) -> Iterator[Figure]:
    with Watched(reader(library)) as terminal:
        terminal.ready()
        made, *kept = (list(_sorted(terminal)) for _ in range(rounds))
        again = [answer for answers in kept for answer in answers]
        yield Figure(f"sorted on the screen, {papers}", middle(made))
        yield Figure(f"sorted again, order kept, {papers}", middle(again))
        yield Figure(f"key while sorting, p95, {papers}", keys_p95(made + again), bar=KEYS_BAR)


def _sorted(terminal: Watched) -> Iterator[Answered]:
    """The rule above the list names the order once the list has it."""
    for key, order_words in KEYS.items():
        terminal.press(b"s")
        yield terminal.answered(key, partial(_is_by, terminal, order_words))
        yield terminal.answered(b"S", partial(_is_by, terminal, f"{order_words}, reversed"))


def _is_by(terminal: Watched, words: str) -> bool:
    return f" {words} " in terminal.lines[RULE]
