"""The command `tui-reader`, and `python -m tui_reader`."""

import sys

from tui_reader.cli import main as run


def main() -> None:
    sys.exit(run())


if __name__ == "__main__":
    main()
