"""Numbers on what was read, at a fixed moment."""

from datetime import UTC, datetime, timedelta, timezone

from tui_reader.papers import UNTOUCHED, Paper, ReadingState, Status
from tui_reader.statistics import WEEKS, Group, statistics


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


NOW = at("2026-11-20 19:44")  # a Friday


def paper(id_: str, *authors: str) -> Paper:
    return Paper(id=id_, aliases=(id_,), sources=(), authors=authors)


PAPERS = [paper("a", "Ada", "Bob"), paper("b", "Bob"), paper("c", "Bob", "Bob"), paper("d")]
STATES = {
    "a": ReadingState(
        status=Status.READ, progress=100, tags=("x", "y"), finished_at=at("2026-11-16 00:00")
    ),
    "b": ReadingState(status=Status.READING, progress=30, tags=("x",)),
    "c": ReadingState(status=Status.SKIMMED, progress=20, finished_at=at("2026-11-15 23:59")),
}


def state_of(paper: Paper) -> ReadingState:
    return STATES.get(paper.id, UNTOUCHED)


NUMBERS = statistics(PAPERS, state_of, now=NOW, zone=UTC)


def test_every_status_is_counted_also_those_nothing_has() -> None:
    assert NUMBERS.papers == 4
    assert list(NUMBERS.by_status) == list(Status)
    assert list(NUMBERS.by_status.values()) == [1, 0, 1, 1, 1, 0]


def test_twelve_weeks_the_present_one_last_from_monday_to_sunday() -> None:
    assert len(NUMBERS.weeks) == WEEKS == 12
    assert [week.finished for week in NUMBERS.weeks] == [0] * 10 + [1, 1]
    assert [week.name for week in NUMBERS.weeks][-2:] == ["2026-W46", "2026-W47"]


def test_a_week_begins_at_midnight_where_the_reader_is() -> None:
    east = timezone(timedelta(hours=1))
    weeks = statistics(PAPERS, state_of, now=NOW, zone=east).weeks
    assert [week.finished for week in weeks] == [0] * 11 + [2]


def test_weeks_carry_the_iso_year() -> None:
    weeks = statistics([], state_of, now=at("2027-01-02 12:00"), zone=UTC).weeks
    assert weeks[-1].name == "2026-W53"


def test_dropped_and_reopened_papers_are_not_finished() -> None:
    dropped = ReadingState(status=Status.DROPPED, finished_at=NOW)
    again = ReadingState(status=Status.READING, finished_at=NOW)
    states = {"a": dropped, "b": again}
    numbers = statistics(PAPERS[:2], lambda p: states[p.id], now=NOW, zone=UTC)
    assert sum(week.finished for week in numbers.weeks) == 0


def test_groups_are_largest_first_and_count_a_paper_once() -> None:
    assert NUMBERS.mean_progress == 37.5
    assert NUMBERS.tags == (Group("x", 2, 1, 65.0), Group("y", 1, 1, 100.0))
    assert NUMBERS.authors == (Group("Bob", 3, 2, 50.0), Group("Ada", 1, 1, 100.0))


def test_an_empty_library_has_numbers_too() -> None:
    numbers = statistics([], state_of, now=NOW, zone=UTC)
    assert numbers.papers == 0
    assert numbers.mean_progress == 0
    assert numbers.tags == numbers.authors == ()
