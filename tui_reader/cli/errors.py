"""What stops a command, with the exit code it ends in."""

DONE = 0
FAILED = 1
USAGE = 2
DAMAGED = 3
LOCKED = 4
CANNOT_WRITE = 5
SIGNALLED = 128


class CommandError(Exception):
    """The message is for people."""

    exit_code = FAILED


class NothingFound(CommandError):
    pass


class UsageError(CommandError):
    exit_code = USAGE


class CannotPrint(CommandError):
    exit_code = CANNOT_WRITE

    def __init__(self, cause: str) -> None:
        super().__init__(f"could not write the output: {cause}")
