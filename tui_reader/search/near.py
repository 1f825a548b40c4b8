"""Words a slip or two away from the one typed, by OSA distance."""

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tui_reader.search.postings import Postings

SHORTEST = 3


def slips_allowed(word: str) -> int:
    if len(word) < SHORTEST:
        return 0
    return 1 if len(word) < 8 else 2


def near_words(postings: Postings, word: str, *, open_end: bool) -> dict[str, int]:
    """Word -> slips. An open end compares the beginnings of longer words as well.

    The first letter is taken as right unless nothing is near it.
    """
    allowed = slips_allowed(word)
    if not allowed:
        return {}
    pool = postings.starting(word[0])
    if len(word) == SHORTEST or word.isdigit():
        # Only a letter left out counts: most others, and most numbers, are words of their own.
        return _near([longer for longer in pool if len(longer) == len(word) + 1], word, 1, False)
    found = _near(pool, word, allowed, open_end)
    return found or _near(postings.starting(word[1]), word, 1, open_end=False)


def _near(pool: list[str], word: str, allowed: int, open_end: bool) -> dict[str, int]:
    found: dict[str, int] = {}
    sizes: tuple[int | None, ...] = (None, len(word), len(word) + 1) if open_end else (None,)
    for size in sizes:
        heads = pool if size is None else [candidate[:size] for candidate in pool]
        for _, slips, place in process.extract(
            word, heads, scorer=OSA.distance, score_cutoff=allowed, limit=None
        ):
            near = pool[place]
            if slips and slips <= found.get(near, allowed):
                found[near] = slips
    return found
