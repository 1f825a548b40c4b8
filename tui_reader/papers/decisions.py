"""What the reader decided about which records are one work."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs of record keys, each a frozenset of two.

    `same` joins, `different` is a cannot-link that no merge crosses; where a pair
    stands in both, the later decision was already chosen by whoever made this.
    """

    same: frozenset[frozenset[str]] = field(default_factory=frozenset)
    different: frozenset[frozenset[str]] = field(default_factory=frozenset)
