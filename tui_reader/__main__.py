"""The command `tui-reader`, and `python -m tui_reader`."""

import os
import signal
import sys
from types import FrameType

# Exit codes above it are those of signals.
ENDED = 128


def main() -> None:
    """Told to end, the program does at once: what is on disk is whole at any moment."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _end)
    try:
        from tui_reader.cli import main as run

        code = run()
    except KeyboardInterrupt:
        code = ENDED + signal.SIGINT
    if code > ENDED:
        # It ends already; told again, Python would end it as if it had not been heard.
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
    sys.exit(code)


def _end(number: int, frame: FrameType | None) -> None:
    os._exit(ENDED + number)


if __name__ == "__main__":
    main()
