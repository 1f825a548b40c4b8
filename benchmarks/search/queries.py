"""What a person who half remembers a paper would type: every query has one right answer."""

import random
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.papers import Paper
from tui_reader.search.folding import index_text, words
from tui_reader.search.initials import SMALL_WORDS

_BESIDE = {"a": "s", "e": "r", "i": "o", "o": "p", "t": "r", "n": "m", "s": "d", "r": "t"}


class KnownItem(NamedTuple):
    kind: str
    text: str
    paper: Paper


def known_items(papers: Sequence[Paper], seed: int = 3) -> list[KnownItem]:
    """About four queries a paper, the kinds in turn."""
    rng = random.Random(seed)
    in_title = Counter(w for paper in papers for w in set(_words(paper.title)))
    in_abstract = Counter(w for paper in papers for w in set(_words(paper.abstract)))
    found = []
    for number, paper in enumerate(papers):
        kinds = _queries(rng, paper, in_title, in_abstract)
        chosen = list(kinds)[number % 3 :: 3]
        found += [KnownItem(kind, kinds[kind], paper) for kind in chosen if len(kinds[kind]) > 1]
    return found


def _queries(
    rng: random.Random, paper: Paper, in_title: Counter[str], in_abstract: Counter[str]
) -> dict[str, str]:
    title = _words(paper.title)
    telling = [w for w in dict.fromkeys(title) if w not in SMALL_WORDS and len(w) >= 4]
    if len(telling) < 2:
        return {}
    rare = min(telling, key=lambda word: (in_title[word], -len(word)))
    other = rng.choice([word for word in telling if word != rare])
    longest = max(telling, key=len)
    name = _words(paper.authors[0])[-1]
    kinds = {
        "prefix": " ".join(title)[: rng.randint(10, 18)].strip(),
        "prefixes": f"{rare[:4]} {other[:4]}",
        "typo": f"{_slip(rng, rare)} {other}",
        "missing": f"{_missing(rng, rare)} {_missing(rng, other)}",
        "swapped": f"{_swapped(rng, longest)} {rare if rare != longest else other}",
        "shuffled": " ".join(rng.sample(telling, min(3, len(telling)))),
        "author": f"{name} {other}",
        "author_typo": f"{_missing(rng, name) if len(name) > 4 else name} {other}",
        "initials": "".join(word[0] for word in title[:6]),
        "joined": rare + other,
    }
    kinds.update(_rarer(rng, paper, title, in_title, in_abstract))
    return kinds


def _rarer(
    rng: random.Random,
    paper: Paper,
    title: Sequence[str],
    in_title: Counter[str],
    in_abstract: Counter[str],
) -> dict[str, str]:
    kinds = {}
    rare = [
        word
        for word in dict.fromkeys(_words(paper.abstract))
        if len(word) > 5 and word not in title and in_abstract[word] <= 2
    ]
    if len(rare) >= 2:
        kinds["abstract"] = " ".join(rng.sample(rare, 2))
    acronyms = re.findall(r"\b[A-Z][A-Za-z]*[A-Z]+[A-Za-z]*\b", paper.title)
    if acronyms and in_title[acronyms[0].lower()] == 1:
        kinds["acronym"] = acronyms[0].lower()
    return kinds


def _words(text: str) -> list[str]:
    return words(index_text(text))


def _slip(rng: random.Random, word: str) -> str:
    place = rng.randrange(1, len(word) - 1)
    if rng.random() < 0.5:
        return word[:place] + _BESIDE.get(word[place], "e") + word[place + 1 :]
    return word[:place] + word[place] + word[place:]


def _missing(rng: random.Random, word: str) -> str:
    place = rng.randrange(1, len(word) - 1)
    return word[:place] + word[place + 1 :]


def _swapped(rng: random.Random, word: str) -> str:
    place = rng.randrange(1, len(word) - 2)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
