"""What queries mean, against a slow and obvious evaluator of the same terms."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.papers import Library, paper
from tui_reader.papers import Paper, ReadingState, Status
from tui_reader.search.index import Index

TODAY = date(2026, 11, 20)
# No two of them make a third one, so that words run together play no part here.
WORDS = ("alpha", "alphas", "beta", "gamma", "gam", "delta")
TAGS = ("phd", "phonons", "todo")
YEARS = tuple(range(2021, 2026))


class Read(NamedTuple):
    """A paper and what its reader made of it."""

    paper: Paper
    state: ReadingState


class Asked(NamedTuple):
    """A part of a query as it is typed and what it means; `kind` tells what must stand around."""

    text: str
    holds: Callable[[Read], bool]
    kind: str = "term"


def day_ms(year: int, month: int = 1, day: int = 1) -> int:
    return int(datetime(year, month, day, 12, tzinfo=UTC).timestamp() * 1000)


texts = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
states = st.builds(
    ReadingState,
    status=st.sampled_from(list(Status)),
    tags=st.lists(st.sampled_from(TAGS), unique=True, max_size=2).map(tuple),
    note=texts,
    starred=st.booleans(),
    progress=st.sampled_from((0, 10, 50, 100)),
    finished_at=st.none() | st.sampled_from(YEARS).map(day_ms),
)


@st.composite
def libraries(draw: st.DrawFn) -> list[Read]:
    return [
        Read(
            paper(
                draw(texts),
                draw(st.lists(texts, max_size=2)),
                draw(texts),
                id=f"p{number}",
                date=draw(st.sampled_from(("", *(f"{year}-06-15" for year in YEARS)))),
                category=draw(st.sampled_from(("LG", "CL", ""))),
                score=draw(st.none() | st.sampled_from((0.0, 79.5, 80.0, 96.5))),
                has_code=draw(st.booleans()),
                needs_review=draw(st.booleans()),
                added_at=draw(st.sampled_from((day_ms(2026, 11, 19), day_ms(2026, 10, 1)))),
            ),
            draw(states),
        )
        for number in range(draw(st.integers(1, 6)))
    ]


def texts_of(read: Read, field: str) -> list[str]:
    every = {
        "title": [read.paper.title],
        "author": [" ".join(read.paper.authors)],  # a phrase may go on into the next
        "abstract": [read.paper.abstract],
        "note": [read.state.note],
        "tag": list(read.state.tags),
    }
    return (
        every[field] if field else [text for field_texts in every.values() for text in field_texts]
    )


def word(start: str, field: str) -> Asked:
    def holds(read: Read) -> bool:
        found = " ".join(texts_of(read, field)).split()
        return any(each.startswith(start) for each in found)

    return Asked(f"{field}:{start}" if field else start, holds)


def phrase(words: list[str], field: str) -> Asked:
    def holds(read: Read) -> bool:
        return any(f" {' '.join(words)} " in f" {text} " for text in texts_of(read, field))

    quoted = '"' + " ".join(words) + '"'
    return Asked(f"{field}:{quoted}" if field else quoted, holds)


def year_of(read: Read) -> int | None:
    return int(read.paper.date[:4]) if read.paper.date else None


def compared(
    field: str, sign: str, bound: float, value_of: Callable[[Read], float | None]
) -> Asked:
    def holds(read: Read) -> bool:
        value = value_of(read)
        if value is None:
            return False
        return {
            ">": value > bound, ">=": value >= bound, "<": value < bound, "<=": value <= bound,
            "": value == bound, "=": value == bound,
        }[sign]  # fmt: skip

    return Asked(f"{field}:{sign}{bound}", holds)


def years(low: int | None, high: int | None) -> Asked:
    def holds(read: Read) -> bool:
        year = year_of(read)
        first, last = sorted((low or 0, high or 9999))
        return year is not None and first <= year <= last

    return Asked(f"year:{low or ''}..{high or ''}", holds)


def read_year(read: Read) -> int | None:
    finished = read.state.finished_at
    if read.state.status != Status.READ or finished is None:
        return None
    return datetime.fromtimestamp(finished / 1000, UTC).year


PLAIN = ("", "title", "author", "abstract", "note")
SIGNS = st.sampled_from((">", ">=", "<", "<=", "", "="))
SIMPLE = (
    Asked("is:starred", lambda read: read.state.starred),
    Asked("is:doubtful", lambda read: read.paper.needs_review),
    Asked("is:untitled", lambda read: not read.paper.title),
    Asked("has:code", lambda read: read.paper.has_code),
    Asked("has:note", lambda read: bool(read.state.note)),
    Asked("HAS:tag", lambda read: bool(read.state.tags)),
    Asked("has:score", lambda read: read.paper.score is not None),
    Asked("has:date", lambda read: bool(read.paper.date)),
    Asked("added:7d", lambda read: read.paper.added_at == day_ms(2026, 11, 19)),
    Asked("added:>2w", lambda read: read.paper.added_at == day_ms(2026, 10, 1)),
    Asked("category:lg", lambda read: read.paper.category == "LG"),
    Asked("tag:ph", lambda read: any(tag.startswith("ph") for tag in read.state.tags)),
    *(
        Asked(f"status:{status}", lambda read, status=status: read.state.status == status)  # type: ignore[misc]  # its default binds the loop's value
        for status in Status
    ),
)
terms = st.one_of(
    st.builds(word, st.sampled_from((*WORDS, "al", "g", "zeta")), st.sampled_from(PLAIN)),
    st.builds(
        phrase, st.lists(st.sampled_from(WORDS), min_size=2, max_size=3), st.sampled_from(PLAIN)
    ),
    st.builds(years, st.sampled_from((*YEARS, None)), st.sampled_from(YEARS)),
    st.builds(compared, st.just("year"), SIGNS, st.sampled_from(YEARS), st.just(year_of)),
    st.builds(
        compared, st.just("score"), SIGNS, st.sampled_from((79.5, 80, 90)),
        st.just(lambda read: read.paper.score),
    ),
    st.builds(
        compared, st.just("progress"), SIGNS, st.sampled_from((10, 50)),
        st.just(lambda read: read.state.progress),
    ),
    st.builds(compared, st.just("read"), SIGNS, st.sampled_from(YEARS), st.just(read_year)),
    st.sampled_from(SIMPLE),
)  # fmt: skip


def grouped(asked: Asked, kinds: tuple[str, ...]) -> str:
    return f"({asked.text})" if asked.kind in kinds else asked.text


def negated(asked: Asked) -> Asked:
    return Asked(
        f"-{grouped(asked, ('and', 'or', 'not'))}", lambda read: not asked.holds(read), "not"
    )


def both(parts: list[Asked]) -> Asked:
    text = " ".join(grouped(part, ("or",)) for part in parts)
    return Asked(text, lambda read: all(part.holds(read) for part in parts), "and")


def either(parts: list[Asked]) -> Asked:
    text = " OR ".join(part.text for part in parts)  # AND binds tighter
    return Asked(text, lambda read: any(part.holds(read) for part in parts), "or")


def compound(inner: st.SearchStrategy[Asked]) -> st.SearchStrategy[Asked]:
    several = st.lists(inner, min_size=2, max_size=3)
    return inner.map(negated) | several.map(both) | several.map(either)


queries = st.recursive(terms, compound, max_leaves=6)


@settings(max_examples=300)
@given(libraries(), queries)
def test_exact_answers_are_those_the_query_holds_for(reads: list[Read], asked: Asked) -> None:
    library = Library([read.paper for read in reads], {read.paper.id: read.state for read in reads})
    index = Index(library.papers, library.state_of, today=lambda: TODAY)
    results = index.search(asked.text)
    exact = {library.papers[position].id for position in results.positions[: results.exact]}
    assert results.hints == ()
    assert exact == {read.paper.id for read in reads if asked.holds(read)}, asked.text
