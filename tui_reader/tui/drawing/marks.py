"""The characters that carry meaning, in Unicode and in ASCII."""

from collections.abc import Mapping
from typing import NamedTuple

from tui_reader.papers import Status

# Characters of our own texts where the terminal is to get ASCII only.
_SPELLED = str.maketrans({"·": "-", "…": "~", "“": '"', "”": '"', "—": "-", "–": "-"})
_ARROWS = str.maketrans({"↑": "up", "↓": "down", "←": "left", "→": "right"})


class Marks(NamedTuple):
    status: Mapping[Status, str]
    cursor: str
    selected: str
    star: str
    doubtful: str
    proposed: str
    stale: str
    cut: str
    quote: str
    nothing: str
    dot: str
    bar_done: str
    bar_left: str
    rule: str
    heavy_rule: str
    joint: str
    edge: str

    @property
    def is_ascii(self) -> bool:
        return self.dot.isascii()

    def spelled(self, text: str) -> str:
        """A text of ours in these marks."""
        return text.translate(_SPELLED).translate(_ARROWS) if self.is_ascii else text


UNICODE = Marks(
    status={
        Status.UNREAD: "○",
        Status.QUEUED: "►",
        Status.READING: "◐",
        Status.SKIMMED: "≈",
        Status.READ: "✓",
        Status.DROPPED: "×",
    },
    cursor="▌",
    selected="■",
    star="★",
    doubtful="?",
    proposed="=",
    stale="┆",
    cut="…",
    quote="“",
    nothing="—",
    dot="·",
    bar_done="█",
    bar_left="░",
    rule="─",
    heavy_rule="━",
    joint="┯",
    edge="│",
)

ASCII = Marks(
    status={
        Status.UNREAD: ".",
        Status.QUEUED: "+",
        Status.READING: "%",
        Status.SKIMMED: "~",
        Status.READ: "#",
        Status.DROPPED: "-",
    },
    cursor=">",
    selected="x",
    star="*",
    doubtful="?",
    proposed="=",
    stale=":",
    cut="~",
    quote='"',
    nothing="-",
    dot="-",
    bar_done="#",
    bar_left=".",
    rule="-",
    heavy_rule="=",
    joint="+",
    edge="|",
)
