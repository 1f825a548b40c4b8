"""Places in a display text."""

from collections.abc import Iterable
from typing import NamedTuple

Span = tuple[int, int]


class Spans(NamedTuple):
    """Ascending, not overlapping, in code points of the display text."""

    exact: tuple[Span, ...] = ()
    similar: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.exact or self.similar)

    def moved(self, by: int) -> "Spans":
        exact, similar = (tuple((start + by, end + by) for start, end in spans) for spans in self)
        return Spans(exact, similar)

    @property
    def all(self) -> tuple[Span, ...]:
        return merged([*self.exact, *self.similar])


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted, those that overlap made one."""
    done: list[Span] = []
    for start, end in sorted(spans):
        if done and start < done[-1][1]:
            done[-1] = (done[-1][0], max(end, done[-1][1]))
        else:
            done.append((start, end))
    return tuple(done)
