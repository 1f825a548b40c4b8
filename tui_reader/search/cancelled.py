"""Breaking off a search that nobody waits for any more."""


class Cancelled(Exception):
    """The caller no longer wants the answer."""
