"""The statuses a paper can have, in the order of their keys 0-5."""

from enum import StrEnum


class Status(StrEnum):
    UNREAD = "unread"
    QUEUED = "queued"
    READING = "reading"
    SKIMMED = "skimmed"
    READ = "read"
    DROPPED = "dropped"
