"""What the reader decided about which records are one work."""

from typing import NamedTuple


class Decisions(NamedTuple):
    """Pairs of record keys, each a frozenset of two.

    `same` joins, `different` is a cannot-link that no merge crosses; where a pair
    stands in both, the later decision was already chosen by whoever made this.
    """

    same: frozenset[frozenset[str]] = frozenset()
    different: frozenset[frozenset[str]] = frozenset()
