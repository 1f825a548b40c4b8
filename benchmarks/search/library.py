"""A made-up library around the papers of the seeds, the same one every time."""

import itertools
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tui_reader.importers.document import Document
from tui_reader.importers.reading import read_all
from tui_reader.papers import Paper
from tui_reader.papers.merging import merge
from tui_reader.search.initials import SMALL_WORDS

SEEDS = Path(__file__).parent.parent.parent / "seeds"
_AS_OF = date(2026, 11, 20)
_SYLLABLE_TEXT = """
    ba be bo ka ke ko da de do fa fe ga ge go ha he hi ja jo ki la le li lo ma me mi mo na
    ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vi wa ya yo za zen lin man
    ver ton berg stein ros quil thar mond
"""
_GIVEN_TEXT = """
    Ana Wei Julia Omar Priya Lukas Mei Sofia Ivan Noor Elena Tomas Yuki Amara Diego Hana
    Pierre Leila Marco Ingrid Kofi Rosa Anders Fatima Chen Nadia Felix Aisha Hugo Mina
"""
_SYLLABLES = _SYLLABLE_TEXT.split()
_GIVEN = _GIVEN_TEXT.split()
# Asked for by the benchmark of quality: every so many papers say one of them.
WELL_KNOWN = ("rag", "hallucination", "diffusion transformer", "low rank adaptation")
_SAID = ("ragged", *WELL_KNOWN)
_SAYING = 25
_AREAS = ("LG", "ML", "AI", "CL", "CV", "RO", "IT", "OC", "NE", "CR")


def seed_papers(folder: Path = SEEDS) -> list[Paper]:
    """The real papers that have a title, authors and an abstract."""
    documents = [
        Document(path.name, path.read_bytes(), _AS_OF) for path in sorted(folder.glob("*.txt"))
    ]
    records = [record for reading in read_all(documents) for record in reading.records]
    papers = merge(records).papers
    return [paper for paper in papers if paper.title and paper.authors and paper.abstract]


def library(size: int, real: list[Paper]) -> list[Paper]:
    """`size` made-up papers with the real ones among them, newest first."""
    papers = [*real, *made_up_papers(size, real)]
    papers.sort(key=lambda paper: (paper.date, paper.id), reverse=True)
    return papers


def made_up_papers(size: int, real: list[Paper], seed: int = 7) -> Iterator[Paper]:
    """Titles of about 70 characters, abstracts of 1100, words by a Zipf-like law.

    The words are those of the real papers and a tail that grows with the library, so that
    the real ones do not stand out.
    """
    rng = random.Random(seed)
    tail = dict.fromkeys(_made_up(rng, 2, 5) for _ in range(2_000 + size))
    vocabulary = [*_core_words(real), *tail]
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(vocabulary))))
    surnames = [_made_up(rng, 2, 3).capitalize() for _ in range(500 + size // 2)]
    for number in range(size):
        words = rng.choices(vocabulary, cum_weights=weights, k=180)
        count = rng.randint(6, 13)
        if number % _SAYING == 0:
            words.insert(rng.randrange(2 * count), _SAID[number // _SAYING % len(_SAID)])
        names = rng.choice((2, 3, 4, 4, 5, 6))
        yield Paper(
            id=f"p{number:07d}",
            aliases=(f"p{number:07d}",),
            sources=(),
            title=" ".join(w if w in SMALL_WORDS else w.capitalize() for w in words[:count]),
            authors=tuple(f"{rng.choice(_GIVEN)} {rng.choice(surnames)}" for _ in range(names)),
            abstracts=(" ".join(words[count:]).capitalize() + ".",),
            category=rng.choice(_AREAS),
            date=f"{rng.randint(2008, 2026)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
        )


def as_jsonl(papers: list[Paper]) -> list[str]:
    """One line a paper, what reading the same library costs at least."""
    return [
        json.dumps(
            {
                "id": paper.id,
                "title": paper.title,
                "authors": paper.authors,
                "abstract": paper.abstract,
                "category": paper.category,
                "date": paper.date,
            }
        )
        for paper in papers
    ]


def _core_words(real: list[Paper]) -> list[str]:
    text = " ".join(f"{p.title} {' '.join(p.authors)} {p.abstract}" for p in real)
    return [
        word for word, _ in Counter(re.findall(r"[a-z][a-z-]{1,20}", text.lower())).most_common()
    ]


def _made_up(rng: random.Random, low: int, high: int) -> str:
    return "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(low, high)))
