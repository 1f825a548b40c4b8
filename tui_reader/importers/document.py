"""A file as found, and what is raised when nothing can be read from one."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is, both in the unit of the caller."""


class Document(NamedTuple):
    """`as_of` is the day that decides missing years; `id` and `path` are the library's."""

    name: str
    data: bytes
    as_of: date
    id: str = ""
    path: str = ""


class UnreadableDocument(Exception):
    """No importer can read the document; `reason` fits on one line after its name."""

    def __init__(self, document: str, reason: str) -> None:
        super().__init__(f"{document}: {reason}")
        self.document = document
        self.reason = reason
