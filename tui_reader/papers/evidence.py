"""What speaks for two records being one work, and what against it."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import islice, product

from rapidfuzz import fuzz

from tui_reader.latex import to_unicode
from tui_reader.papers.candidates import pairs_in, sharing, sharing_rare_words
from tui_reader.papers.clusters import Pair
from tui_reader.papers.identifiers import comparable, contradict
from tui_reader.papers.keys import OF_A_CONTAINER, letters_and_digits
from tui_reader.papers.names import author_in_common
from tui_reader.papers.progress import Told, nobody, telling
from tui_reader.papers.record import Record
from tui_reader.papers.words import words
from tui_reader.papers.works import Works

SAME_ABSTRACT = 90
SAME_TITLE = 92
# Below this, abstracts of other years are those of another edition.
SAME_EDITION = 70
# A shorter one ("No abstract.") tells nothing about the work.
SHORTEST_ABSTRACT = 30
MOST_SHARING = 8
MOST_COMPARED = 64

OPENING = 500
LONG_WORD = 8
ENOUGH_WORDS = 10

Likeness = tuple[float, Pair]


class Evidence:
    """About `records`, which are spoken of by their place in the sequence."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        self._titles = [folded_title(record.title) for record in records]
        self._identifiers = [comparable(r.identifiers) if r.identifiers else () for r in records]
        self._told = Works([record.title for record in records], self._identifiers)

    def equal_identifiers(self) -> Iterator[Pair]:
        """Identifiers of a container count where the titles are equal, too."""
        values = (
            ((*identifier, self._titles[place] if identifier[0] in OF_A_CONTAINER else ""), place)
            for place, identifiers in enumerate(self._identifiers)
            for identifier in identifiers
            if identifier[0] not in OF_A_CONTAINER or self._titles[place]
        )
        for block in sharing(values):
            yield from pairs_in(block)

    def equal_titles(self) -> Iterator[Pair]:
        """With an author in common."""
        titled = ((title, place) for place, title in enumerate(self._titles) if title)
        for block in sharing(titled):
            yield from filter(self._have_author_in_common, pairs_in(block))

    def _have_author_in_common(self, pair: Pair) -> bool:
        one, other = (self._records[place].authors for place in pair)
        return author_in_common(one, other)

    def similar_abstracts(self, told: Told = nobody) -> list[Likeness]:
        """Most alike first. An abstract that many works share tells nothing of any."""
        places, equal = self._different_abstracts()
        found = [(100.0, pair) for block in equal.values() for pair in pairs_in(block)]
        texts = (self._records[place].abstract for place in telling(places, len(places), told))
        for pair in sharing_rare_words(map(_opening_words, texts), 9):
            one, other = places[pair[0]], places[pair[1]]
            folded = (folded_abstract(self._records[place].abstract) for place in (one, other))
            if ratio := fuzz.ratio(*folded, score_cutoff=SAME_ABSTRACT):
                pairs = product(equal.get(one, [one]), equal.get(other, [other]))
                found += [(ratio, pair) for pair in islice(pairs, MOST_COMPARED)]
        return sorted(found, key=_likeliest_first)

    def _different_abstracts(self) -> tuple["array[int]", dict[int, list[int]]]:
        """Where each stands first, and by that place all of those that stand in several."""
        first: dict[str, int] = {}
        equal: dict[int, list[int]] = {}
        for place, record in enumerate(self._records):
            if len(record.abstract) >= SHORTEST_ABSTRACT:
                known = first.setdefault(record.abstract, place)
                if known != place:
                    equal.setdefault(known, [known]).append(place)
        common = {known for known, block in equal.items() if self._works(block) > MOST_SHARING}
        places = array("I", (place for place in first.values() if place not in common))
        return places, {known: block for known, block in equal.items() if known not in common}

    def _works(self, block: Sequence[int]) -> int:
        return len({self._records[place].key for place in block})

    def similar_titles(self, told: Told = nobody) -> list[Likeness]:
        """Unequal ones, with an author in common."""
        titles, found = self._titles, []
        records = telling(self._records, len(titles), told)
        for pair in sharing_rare_words((set(words(record.title)) for record in records), 4):
            one, other = pair
            ratio = fuzz.ratio(titles[one], titles[other], score_cutoff=SAME_TITLE)
            if SAME_TITLE <= ratio < 100 and self._have_author_in_common(pair):
                found.append((ratio, pair))
        return sorted(found, key=_likeliest_first)

    def contradiction(self, some: Sequence[int], others: Sequence[int]) -> bool:
        """Whether the two sets of records cannot be one work, however alike they look."""
        mine, theirs = self._told.work(some), self._told.work(others)
        if contradict(mine.identifiers, theirs.identifiers):
            return True
        pairs = product(some[:MOST_COMPARED], others[:MOST_COMPARED])
        return any(map(self._other_edition, islice(pairs, MOST_COMPARED)))

    def titled(self, members: Sequence[int]) -> bool:
        return self._told.work(members).titled

    def _other_edition(self, pair: Pair) -> bool:
        """One series: the same title in other years with clearly different abstracts."""
        one, other = (self._records[place] for place in pair)
        years = {r.date[:4] for r in (one, other) if r.date and not r.date_inferred}
        if len(years) < 2 or not (one.abstract and other.abstract):
            return False
        texts = folded_abstract(one.abstract), folded_abstract(other.abstract)
        return not fuzz.ratio(*texts, score_cutoff=SAME_EDITION)


def _likeliest_first(likeness: Likeness) -> tuple[float, Pair]:
    return -likeness[0], likeness[1]


def _opening_words(abstract: str) -> set[str]:
    """Words as blanks divide them, long ones where there are enough: it is a matter of speed.

    The opening is enough: a change that leaves abstracts alike leaves most of it.
    """
    opening = abstract[:OPENING].casefold()
    long = {word for word in opening.split() if len(word) >= LONG_WORD}
    return long if len(long) >= ENOUGH_WORDS else set(words(opening))


def folded_title(title: str) -> str:
    return letters_and_digits(to_unicode(title))


def folded_abstract(abstract: str) -> str:
    return " ".join(abstract.casefold().split())
