"""What is selected in the list, and how a range grows. No widgets."""

from collections.abc import Callable, Iterable


class Selection:
    """Ids of papers; `anchor` is the row where a range began, None when there is none.

    It never changes. No dataclass, which takes half a millisecond of a start to declare.
    """

    __slots__ = ("anchor", "before", "ids")

    def __init__(
        self,
        ids: frozenset[str] = frozenset(),
        anchor: int | None = None,
        before: frozenset[str] = frozenset(),
    ) -> None:
        self.ids = ids
        self.anchor = anchor
        self.before = before

    def __len__(self) -> int:
        return len(self.ids)

    def __bool__(self) -> bool:
        return bool(self.ids) or self.anchor is not None

    def toggled(self, paper_id: str) -> "Selection":
        return Selection(self.ids ^ {paper_id})

    def with_all(self, ids: Iterable[str]) -> "Selection":
        """All of these too, or none of them when all were in already."""
        listed = frozenset(ids)
        return Selection(self.ids - listed if listed <= self.ids else self.ids | listed)

    def started(self, row: int, paper_id: str) -> "Selection":
        """A range that grows with the cursor until it is ended."""
        return Selection(self.ids | {paper_id}, row, self.ids)

    def reaching(self, row: int, ids: Callable[[int, int], Iterable[str]]) -> "Selection":
        """The range from its anchor to this row, beside what was selected before it."""
        if self.anchor is None:
            return self
        first, last = sorted((self.anchor, row))
        within = self.before.union(ids(first, last + 1))
        return Selection(within, self.anchor, self.before)

    def ended(self) -> "Selection":
        """The range as it stands, growing no more."""
        return Selection(self.ids)
