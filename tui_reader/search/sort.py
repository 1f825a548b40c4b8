"""The orders a list can have."""

from enum import StrEnum


class Sort(StrEnum):
    RELEVANCE = "relevance"
    DATE = "date"
    TITLE = "title"
    AUTHOR = "author"
    STATUS = "status"
    PROGRESS = "progress"
    ADDED = "added"
    CATEGORY = "category"
    SCORE = "score"
