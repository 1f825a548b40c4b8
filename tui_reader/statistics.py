"""Papers and what the reader did with them, in numbers."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from tui_reader.papers import Paper, ReadingState, Status

WEEKS = 12
FINISHED = frozenset({Status.READ, Status.SKIMMED})


@dataclass(frozen=True, slots=True)
class Week:
    """An ISO week by its Monday."""

    monday: date
    finished: int

    @property
    def name(self) -> str:
        year, week, _ = self.monday.isocalendar()
        return f"{year}-W{week:02d}"


@dataclass(frozen=True, slots=True)
class Group:
    """The papers of one tag or author; `mean_progress` in per cent."""

    name: str
    papers: int
    finished: int
    mean_progress: float


@dataclass(frozen=True, slots=True)
class Statistics:
    """`weeks` oldest first, the present one last; groups largest first, then by name."""

    papers: int
    by_status: dict[Status, int]
    weeks: tuple[Week, ...]
    mean_progress: float
    tags: tuple[Group, ...]
    authors: tuple[Group, ...]


def statistics(
    papers: Iterable[Paper],
    state_of: Callable[[Paper], ReadingState],
    *,
    now: int,
    zone: tzinfo | None = None,
) -> Statistics:
    """Read and skimmed papers count as finished, in the week of their last finish.

    `now` is UTC milliseconds; weeks begin on Monday in `zone`, by default the local one.
    """
    rows = [(paper, state_of(paper)) for paper in papers]
    states = [state for _, state in rows]
    counts = Counter(state.status for state in states)
    return Statistics(
        papers=len(rows),
        by_status={status: counts[status] for status in Status},
        weeks=_weeks(states, now, zone),
        mean_progress=_mean_progress(states),
        tags=_groups((tag, state) for state in states for tag in state.tags),
        authors=_groups((name, s) for paper, s in rows for name in dict.fromkeys(paper.authors)),
    )


def _weeks(states: Iterable[ReadingState], now: int, zone: tzinfo | None) -> tuple[Week, ...]:
    finished = Counter(
        _monday(state.finished_at, zone)
        for state in states
        if state.status in FINISHED and state.finished_at is not None
    )
    last = _monday(now, zone)
    mondays = (last - timedelta(weeks=back) for back in reversed(range(WEEKS)))
    return tuple(Week(monday, finished[monday]) for monday in mondays)


def _monday(milliseconds: int, zone: tzinfo | None) -> date:
    day = datetime.fromtimestamp(milliseconds / 1000, zone).date()
    return day - timedelta(days=day.weekday())


def _groups(pairs: Iterable[tuple[str, ReadingState]]) -> tuple[Group, ...]:
    members: defaultdict[str, list[ReadingState]] = defaultdict(list)
    for name, state in pairs:
        members[name].append(state)
    groups = (
        Group(name, len(states), sum(s.status in FINISHED for s in states), _mean_progress(states))
        for name, states in members.items()
    )
    return tuple(sorted(groups, key=lambda group: (-group.papers, group.name)))


def _mean_progress(states: list[ReadingState]) -> float:
    return round(sum(state.progress for state in states) / len(states), 1) if states else 0.0
