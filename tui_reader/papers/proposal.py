"""A pair of papers that may be one work."""

from typing import NamedTuple


class Proposal(NamedTuple):
    """Ids of two papers, the smaller first, and why they may be one work."""

    first: str
    second: str
    reason: str
