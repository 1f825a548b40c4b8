"""Rows of words that stay where they are until one is asked for."""

from typing import Protocol

from tui_reader.search.parts import Parts, to_text


class LongTexts(Protocol):
    """The words of each text in order, a blank between and around."""

    def __getitem__(self, position: int) -> str: ...

    def beginning(self, position: int, most: int) -> str:
        """Of so many bytes at most."""


class Rows:
    def __init__(self, parts: Parts, field: str) -> None:
        self._rows = parts[f"{field}.rows"]
        self._ends = parts[f"{field}.ends"].cast("Q")

    def __getitem__(self, position: int) -> str:
        return to_text(self._rows[self._ends[position] : self._ends[position + 1]])

    def beginning(self, position: int, most: int) -> str:
        """Of so many bytes at most."""
        start = self._ends[position]
        return str(
            self._rows[start : min(start + most, self._ends[position + 1])], "utf-8", "ignore"
        )
